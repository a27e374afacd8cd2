import { useEffect, useRef } from 'preact/hooks';
import type { Annotation, Color } from '../core/annotation';
import type { ArticleClaims } from '../core/claim';
import type { Settings } from '../core/settings';
import { t } from '../i18n/messages';
import { VerdictBadge } from '../ui/assessment';
import { ENGLISH } from '../ui/english';
import { Swatches } from '../ui/swatches';
import { Card, type CardDeeds, type CardStance } from './card';
import { linesOf, type Mark, markId } from './mark';
import { MarkList, markInWords } from './mark-list';
import { useSmallPlace } from './use-place';

/** What we show on the page just now. */
export interface View {
  card: { mark: Mark; also: Mark[]; writing: boolean } | null;
  /** The claim the reader stands on by keyboard, its card not open. */
  pointer: Mark | null;
  /** The selection for which highlighting is offered. */
  offer: Range | null;
  /** A highlight whose words were lost, which the reader is to attach to others. */
  lost: Annotation | null;
  toast: { words: string; undo?: () => void } | null;
}

export interface PageDeeds extends CardDeeds {
  highlight: (color: Color) => void;
  highlightWithNote: () => void;
  makeClaim: () => void;
  /** Attaches the lost highlight to the selected words. */
  attach: () => void;
  /** To the next or previous of this one's kind. */
  stepFrom: (mark: Mark, by: 1 | -1) => void;
  goTo: (mark: Mark) => void;
}

export interface PageUiProps {
  view: View;
  /** The marks the reader sees, in reading order. */
  onView: Mark[];
  claimCount: number;
  noteOf: (mark: Mark) => string;
  /** The claims of other origins on the same words. */
  besideOf: (mark: Mark) => Mark[];
  stanceOf: (mark: Mark) => CardStance;
  /** The article whose copy this page of another site is. */
  original: ArticleClaims | null;
  /** What the reader calls the colours. */
  meanings: Settings['meanings'];
  deeds: PageDeeds;
}

/** All of Counterpoint's own on a page. */
export function PageUi(props: PageUiProps) {
  const { view, onView, claimCount, noteOf, besideOf, stanceOf, original, meanings, deeds } = props;
  const { card, pointer, offer, lost, toast } = view;
  return (
    <>
      {card && (
        <Card
          {...card}
          claimCount={claimCount}
          beside={besideOf(card.mark)}
          note={noteOf(card.mark)}
          said={stanceOf(card.mark)}
          original={original}
          meanings={meanings}
          deeds={deeds}
        />
      )}
      {pointer && <Pointer mark={pointer} claimCount={claimCount} deeds={deeds} />}
      {offer && !lost && <Offer selection={offer} meanings={meanings} deeds={deeds} />}
      {lost && <Lost annotation={lost} deeds={deeds} />}
      <MarkList marks={onView} claimCount={claimCount} goTo={deeds.goTo} />
      <div class="toast" role="status">
        {toast && <span>{toast.words}</span>}
        {toast?.undo && (
          <button type="button" class="link" onClick={toast.undo}>
            {t('undo')}
          </button>
        )}
      </div>
    </>
  );
}

/** The toolbar at a selection. */
function Offer({ selection, meanings, deeds }: { selection: Range } & Pick<PageUiProps, 'meanings' | 'deeds'>) {
  const bar = useRef<HTMLDivElement>(null);
  useSmallPlace(bar, () => [...selection.getClientRects()]);
  // A press on the bar must not take the selection away before the click is heard.
  return (
    <div
      ref={bar}
      class="offer"
      role="toolbar"
      aria-label={t('offer_label')}
      onPointerDown={(event) => event.preventDefault()}
    >
      <Swatches choose={deeds.highlight} names={meanings} />
      <button type="button" class="text" onClick={deeds.highlightWithNote}>
        {t('offer_note')}
      </button>
      <button type="button" class="text claim" aria-label={t('menu_claim')} onClick={deeds.makeClaim}>
        {t('offer_claim')}
      </button>
    </div>
  );
}

/** Asks for the words a lost highlight belongs to; stands at the window's foot and covers no place it speaks of for long. */
function Lost({ annotation: { target }, deeds }: { annotation: Annotation; deeds: PageDeeds }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  const hold = (event: PointerEvent) => event.preventDefault();
  return (
    <section ref={bar} class="lost" aria-label={t('attach_label')} tabIndex={-1} onPointerDown={hold}>
      <p>{t('attach_select')}</p>
      <blockquote {...ENGLISH}>{target.kind === 'words' ? target.quote.exact : target.statement}</blockquote>
      <p>
        <button type="button" class="button" onClick={deeds.attach}>
          {t('attach_here')}
        </button>
        <button type="button" class="link" onClick={deeds.close}>
          {t('attach_leave')}
        </button>
      </p>
    </section>
  );
}

/** Where the reader stands when going from claim to claim by keyboard: Enter opens, arrows go on, Esc leaves. */
function Pointer({ mark, claimCount, deeds }: { mark: Mark; claimCount: number; deeds: PageDeeds }) {
  const chip = useRef<HTMLButtonElement>(null);
  useSmallPlace(chip, () => linesOf(mark));
  const verdict = mark.kind === 'claim' ? mark.claim.assessment.verdict : null;
  return (
    <button
      ref={(element) => {
        chip.current = element;
        element?.focus({ preventScroll: true });
      }}
      key={markId(mark)}
      type="button"
      class={`pointer ${verdict ? `tone-${verdict}` : ''}`}
      aria-label={t('pointer_open', { mark: markInWords(mark, claimCount) })}
      onClick={() => deeds.openMark(mark)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        deeds.stepFrom(mark, event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {verdict ? (
        <VerdictBadge verdict={verdict} />
      ) : (
        <strong>{t(mark.kind === 'echo' ? 'card_echo' : 'card_highlight')}</strong>
      )}
      {mark.kind === 'claim' && <span>{t('card_number', { number: mark.number, count: claimCount })}</span>}
      <span class="quiet">{t('pointer_enter')}</span>
    </button>
  );
}
