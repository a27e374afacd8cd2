import { useEffect, useRef } from 'preact/hooks';
import { stanceNow } from '../../core/stance';
import { t } from '../../i18n/messages';
import { live } from '../../store/live';
import { stancesOn, takeStance } from '../../store/stances';
import { openAt } from '../../this-article/way-back';
import { Arguments } from '../../ui/arguments';
import { VerdictBadge } from '../../ui/assessment';
import { StanceRow } from '../../ui/stance-row';
import { useLive } from '../../ui/use-live';
import { Grades } from './grades';
import { type Question, strongestOf } from './review-queue';
import type { Sitting } from './use-review';

interface QuestionCardProps {
  sitting: Sitting;
  question: Question;
  /** The reader's note on a claim; empty when there is none. */
  noteOn: (claimId: string) => string;
  now: () => number;
}

/** One question and, once asked for, its answer with the four grades. */
export function QuestionCard({ sitting, question, noteOn, now }: QuestionCardProps) {
  const card = useRef<HTMLElement>(null);
  const answer = useRef<HTMLElement>(null);
  const { revealed } = sitting;
  // The focus goes along, so that what is new is read out; but it is not taken from a field that brought the question.
  useEffect(() => {
    if (revealed) answer.current?.focus({ preventScroll: true });
    else if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, [revealed]);
  const isClaim = question.kind === 'claim';
  return (
    <article class="question" ref={card} tabIndex={-1} aria-label={t('review_question')}>
      <p class="small quiet headline">{question.headline}</p>
      {isClaim ? <p class="statement">{question.claim.statement}</p> : <Quote question={question} />}
      {!revealed && (
        <>
          <p class="task">{t(isClaim ? 'review_task_claim' : 'review_task_note')}</p>
          <button type="button" class="button reveal" aria-keyshortcuts="Space" onClick={sitting.reveal}>
            {t('review_show')} <kbd>{t('review_space')}</kbd>
          </button>
        </>
      )}
      {revealed && (
        <section class="answer" ref={answer} tabIndex={-1} aria-label={t('review_answer')}>
          {isClaim ? (
            <ClaimAnswer question={question} note={noteOn(question.claim.id)} now={now} />
          ) : (
            <p class="note">{question.annotation.note}</p>
          )}
        </section>
      )}
      {revealed && <Grades card={question.item.card} now={now()} grade={sitting.grade} />}
      <p class="deeds small">
        <button type="button" class="link" aria-keyshortcuts="b" onClick={sitting.bury}>
          {t('review_tomorrow')}
        </button>
        <button type="button" class="link" aria-keyshortcuts="p" onClick={sitting.pause}>
          {t('review_pause')}
        </button>
        {sitting.undo && (
          <button type="button" class="link" aria-keyshortcuts="u" onClick={sitting.undo}>
            {t('undo')}
          </button>
        )}
        <OpenArticle question={question} />
      </p>
    </article>
  );
}

function Quote({ question: { annotation } }: { question: Question & { kind: 'annotation' } }) {
  const { target, color } = annotation;
  return (
    <blockquote style={`--swatch: var(--${color})`}>
      {target.kind === 'words' ? target.quote.exact : target.statement}
    </blockquote>
  );
}

/** The strongest counterargument to compare with, then the others, the reader's note and stance. */
function ClaimAnswer(props: { question: Question & { kind: 'claim' }; note: string; now: () => number }) {
  const { note, now } = props;
  const { claim, article } = props.question;
  const strongest = strongestOf(claim);
  const stances = useLive(() => live(() => stancesOn(article.key)), [article.key]);
  const said = stances?.find(({ claimId }) => claimId === claim.id);
  const about = { claimId: claim.id, articleKey: article.key, statement: claim.statement };
  return (
    <>
      {strongest && <Arguments title={t('review_strongest')} list={[strongest]} openFirst />}
      <Arguments title={t('review_others')} list={claim.counterarguments.filter((one) => one !== strongest)} />
      <p class="verdict small">
        <VerdictBadge verdict={claim.assessment.verdict} /> <span class="quiet">{claim.assessment.reason}</span>
      </p>
      {note && <p class="note">{note}</p>}
      <StanceRow stance={stanceNow(said)} take={(stance) => void takeStance(about, stance, now())} />
    </>
  );
}

function OpenArticle({ question }: { question: Question }) {
  if (question.kind === 'claim') {
    return (
      <a href={question.article.url} target="_blank" rel="noopener noreferrer">
        {t('review_open_article')}
      </a>
    );
  }
  return (
    <button type="button" class="link" onClick={() => void openAt(question.annotation)}>
      {t('review_open_words')}
    </button>
  );
}
