import { useEffect, useRef } from 'preact/hooks';
import type { Color } from '../core/annotation';
import type { Stance } from '../core/stance';
import { Arguments } from '../ui/arguments';
import { VERDICT_NAMES, VerdictBadge } from '../ui/assessment';
import { NoteField } from '../ui/note-field';
import { StanceRow } from '../ui/stance-row';
import { Swatches } from '../ui/swatches';
import { type Mark, markId } from './mark';
import { useCardPlace } from './use-place';

/** What the reader can do in a card. */
export interface CardDeeds {
  close: () => void;
  step: (by: 1 | -1) => void;
  openMark: (mark: Mark) => void;
  openPopup: () => void;
  saveNote: (mark: Mark, text: string) => Promise<void>;
  recolor: (mark: Mark, color: Color) => void;
  remove: (mark: Mark) => void;
  takeStance: (mark: Mark, stance: Stance | null) => void;
  openedCounterargument: (mark: Mark) => void;
}

/** What the reader has said to the card's claim. */
export interface CardStance {
  stance: Stance | null;
  /** Whether the first counterargument stands unfolded when the card opens. */
  unfolds: boolean;
}

interface CardProps {
  mark: Mark;
  /** Other marks at the same words. */
  also: Mark[];
  /** How many claims the article has. */
  claimCount: number;
  /** The reader's note on this mark. */
  note: string;
  said: CardStance;
  writing: boolean;
  deeds: CardDeeds;
}

/** A margin note beside its words: a claim with its counterarguments, or a highlight of the reader's. */
export function Card({ mark, also, claimCount, note, said, writing, deeds }: CardProps) {
  const card = useRef<HTMLElement>(null);
  useCardPlace(card, mark);
  useEffect(() => {
    if (!writing) card.current?.focus({ preventScroll: true });
  }, [mark]);
  const isClaim = mark.kind === 'claim';
  const verdict = isClaim ? mark.claim.assessment.verdict : null;
  return (
    <section
      ref={card}
      class={`card ${verdict ? `tone-${verdict}` : ''}`}
      role="dialog"
      aria-label={
        isClaim
          ? `Claim ${mark.number} of ${claimCount}, ${VERDICT_NAMES[mark.claim.assessment.verdict]}`
          : 'Your highlight'
      }
      tabIndex={-1}
    >
      <header>
        {verdict ? <VerdictBadge verdict={verdict} /> : <strong class="small">Your highlight</strong>}
        <nav aria-label="Card">
          {isClaim && (
            <>
              <span class="small quiet">{`${mark.number} of ${claimCount}`}</span>
              <button type="button" aria-label="Previous claim" title="Previous claim" onClick={() => deeds.step(-1)}>
                ↑
              </button>
              <button type="button" aria-label="Next claim" title="Next claim" onClick={() => deeds.step(1)}>
                ↓
              </button>
            </>
          )}
          <button type="button" aria-label="Close" title="Close (Esc)" onClick={deeds.close}>
            ✕
          </button>
        </nav>
      </header>
      {isClaim ? (
        <ClaimParts mark={mark} unfolds={said.unfolds} deeds={deeds} />
      ) : (
        <HighlightParts mark={mark} deeds={deeds} />
      )}
      <section>
        <NoteField
          key={markId(mark)}
          label={isClaim ? 'Your note on this claim…' : 'Your note…'}
          text={note}
          autofocus={writing}
          save={(text) => deeds.saveNote(mark, text)}
        />
        {isClaim && <StanceRow stance={said.stance} take={(stance) => deeds.takeStance(mark, stance)} />}
      </section>
      <footer>
        {also.map((other) => (
          <button type="button" class="link" key={markId(other)} onClick={() => deeds.openMark(other)}>
            {other.kind === 'claim'
              ? `Here too: claim ${other.number}, “${other.claim.label}”`
              : 'Here too: your highlight'}
          </button>
        ))}
        {isClaim ? (
          <button type="button" class="link" onClick={deeds.openPopup}>
            All claims of this article
          </button>
        ) : (
          <button type="button" class="link" onClick={() => deeds.remove(mark)}>
            Delete highlight
          </button>
        )}
      </footer>
    </section>
  );
}

interface ClaimPartsProps {
  mark: Mark & { kind: 'claim' };
  unfolds: boolean;
  deeds: CardDeeds;
}

function ClaimParts({ mark, unfolds, deeds }: ClaimPartsProps) {
  const { statement, assessment, counterarguments, support } = mark.claim;
  return (
    <>
      <h2>{statement}</h2>
      <p class="why">
        {assessment.reason}
        {assessment.question && <em>{assessment.question}</em>}
      </p>
      <Arguments
        key={`against-${mark.claim.id}`}
        title="Counterarguments"
        list={counterarguments}
        openFirst={unfolds}
        opened={() => deeds.openedCounterargument(mark)}
      />
      <Arguments key={`for-${mark.claim.id}`} title="What speaks for it" list={support} />
    </>
  );
}

function HighlightParts({ mark, deeds }: { mark: Mark & { kind: 'annotation' }; deeds: CardDeeds }) {
  const { target, color } = mark.annotation;
  return (
    <>
      <blockquote class="quote" style={`--swatch: var(--${color})`}>
        {target.kind === 'words' ? target.quote.exact : target.statement}
      </blockquote>
      {mark.changes.length > 0 && (
        <p class="edited small">
          Edited since you saved it:{' '}
          {mark.changes.map(({ was, now }) => (
            <span key={`${was}/${now}`}>
              {was && <del>{was}</del>} {now && <ins>{now}</ins>}{' '}
            </span>
          ))}
        </p>
      )}
      <section>
        <Swatches chosen={color} choose={(chosen) => deeds.recolor(mark, chosen)} />
      </section>
    </>
  );
}
