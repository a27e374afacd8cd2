import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Color } from '../core/annotation';
import type { ArticleClaims, GlossaryEntry } from '../core/claim';
import type { Settings } from '../core/settings';
import type { Stance } from '../core/stance';
import { t } from '../i18n/messages';
import { Citations } from '../ui/arguments';
import { VerdictBadge, verdictName } from '../ui/assessment';
import { CopyOf } from '../ui/copy-of';
import { ENGLISH } from '../ui/english';
import { NoteField } from '../ui/note-field';
import { OriginName } from '../ui/origin';
import { StanceRow } from '../ui/stance-row';
import { Swatches } from '../ui/swatches';
import { Also } from './also';
import { ClaimParts } from './claim-parts';
import { EchoCard } from './echo-card';
import { Edited } from './edited';
import { type Mark, markId } from './mark';
import { SharedCard } from './shared-card';
import { useCardPlace } from './use-place';

/** What the reader can do in a card. */
export interface CardDeeds {
  close: () => void;
  step: (by: 1 | -1) => void;
  openMark: (mark: Mark) => void;
  openPopup: () => void;
  /** @param from the text it was made of @returns the note as it is kept */
  saveNote: (mark: Mark, text: string, from: string) => Promise<string>;
  /** The text on its way to a mark's note. */
  draftOf: (mark: Mark) => string | undefined;
  recolor: (mark: Mark, color: Color) => void;
  remove: (mark: Mark) => void;
  /** Never shows this echo again on this page. */
  dismiss: (mark: Mark) => void;
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
  /** Claims of other origins on the same words. */
  beside: Mark[];
  /** How many claims the article has. */
  claimCount: number;
  /** The reader's note on this mark. */
  note: string;
  said: CardStance;
  writing: boolean;
  /** The article whose copy this page of another site is. */
  original: ArticleClaims | null;
  /** What the reader calls the colours. */
  meanings: Settings['meanings'];
  deeds: CardDeeds;
}

/** A margin note beside its words: a claim with its counterarguments, or a highlight of the reader's. */
export function Card({ mark, also, beside, claimCount, note, said, writing, original, meanings, deeds }: CardProps) {
  const card = useRef<HTMLElement>(null);
  useCardPlace(card, mark);
  // Once for each mark, and at once: a note that was kept makes its mark anew, and whoever writes it goes on writing.
  useLayoutEffect(() => {
    if (!writing) card.current?.focus({ preventScroll: true });
  }, [markId(mark)]);
  const isClaim = mark.kind === 'claim';
  const verdict = isClaim ? mark.claim.assessment.verdict : null;
  if (mark.kind === 'echo') return <EchoCard card={card} mark={mark} deeds={deeds} />;
  if (mark.kind === 'shared') return <SharedCard card={card} mark={mark} also={also} deeds={deeds} />;
  return (
    <section
      ref={card}
      class={`card ${verdict ? `tone-${verdict}` : ''}`}
      role="dialog"
      aria-label={labelOf(mark, claimCount)}
      tabIndex={-1}
    >
      <header>
        {verdict ? (
          <VerdictBadge verdict={verdict} />
        ) : (
          <strong class="small">{t(mark.kind === 'term' ? 'card_term_head' : 'card_highlight')}</strong>
        )}
        <nav aria-label={t('card_nav')}>
          {isClaim && (
            <>
              <span class="small quiet">{t('card_number', { number: mark.number, count: claimCount })}</span>
              <button
                type="button"
                aria-label={t('card_previous')}
                title={t('card_previous')}
                onClick={() => deeds.step(-1)}
              >
                ↑
              </button>
              <button type="button" aria-label={t('card_next')} title={t('card_next')} onClick={() => deeds.step(1)}>
                ↓
              </button>
            </>
          )}
          <button type="button" aria-label={t('close')} title={t('close_esc')} onClick={deeds.close}>
            ✕
          </button>
        </nav>
      </header>
      {isClaim ? (
        <>
          {original && <CopyOf original={original} />}
          <ClaimParts mark={mark} unfolds={said.unfolds} shared={beside.length > 0} deeds={deeds} />
          <Beside marks={beside} open={deeds.openMark} />
        </>
      ) : mark.kind === 'term' ? (
        <TermParts entry={mark.entry} />
      ) : (
        <HighlightParts mark={mark} meanings={meanings} deeds={deeds} />
      )}
      {mark.kind !== 'term' && (
        <section>
          <NoteField
            key={markId(mark)}
            label={t(isClaim ? 'card_note_claim' : 'card_note')}
            text={note}
            autofocus={writing}
            drafted={() => deeds.draftOf(mark)}
            save={(text, from) => deeds.saveNote(mark, text, from)}
          />
          {isClaim && <StanceRow stance={said.stance} take={(stance) => deeds.takeStance(mark, stance)} />}
        </section>
      )}
      <footer>
        <Also marks={also.filter((other) => !beside.includes(other))} open={deeds.openMark} />
        {mark.kind === 'claim' && (
          <button type="button" class="link" onClick={deeds.openPopup}>
            {t('card_all')}
          </button>
        )}
        {mark.kind === 'annotation' && (
          <button type="button" class="link" onClick={() => deeds.remove(mark)}>
            {t('card_delete')}
          </button>
        )}
      </footer>
    </section>
  );
}

/** What others say of the same words, each with where it is from. */
function Beside({ marks, open }: { marks: Mark[]; open: CardDeeds['openMark'] }) {
  if (marks.length === 0) return null;
  return (
    <section class="beside" aria-label={t('card_beside')}>
      <h3>{t('card_beside')}</h3>
      <ul>
        {marks.map((mark) =>
          mark.kind === 'claim' ? (
            <li key={markId(mark)}>
              <p class="small">
                <OriginName claim={mark.claim} /> <VerdictBadge verdict={mark.claim.assessment.verdict} />
              </p>
              <button type="button" class="link" onClick={() => open(mark)} {...ENGLISH}>
                {mark.claim.statement}
              </button>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}

/** What a screen reader says when the card opens. */
function labelOf(mark: Mark & { kind: 'claim' | 'annotation' | 'term' }, count: number): string {
  if (mark.kind === 'annotation') return t('card_highlight');
  if (mark.kind === 'term') return t('card_term', { term: mark.entry.term });
  return t('card_claim', { number: mark.number, count, verdict: verdictName(mark.claim.assessment.verdict) });
}

/** A term's definition and where it is from. */
function TermParts({ entry: { term, definition, citations } }: { entry: GlossaryEntry }) {
  return (
    <div class="term" {...ENGLISH}>
      <h2>{term}</h2>
      <p>{definition}</p>
      <Citations list={citations} />
    </div>
  );
}

function HighlightParts(props: { mark: Mark & { kind: 'annotation' } } & Pick<CardProps, 'meanings' | 'deeds'>) {
  const { mark, meanings, deeds } = props;
  const { target, color } = mark.annotation;
  return (
    <>
      <blockquote class="quote" {...ENGLISH} style={`--swatch: var(--${color})`}>
        {target.kind === 'words' ? target.quote.exact : target.statement}
      </blockquote>
      <Edited mark={mark} />
      <section>
        <Swatches chosen={color} names={meanings} choose={(chosen) => deeds.recolor(mark, chosen)} />
      </section>
    </>
  );
}
