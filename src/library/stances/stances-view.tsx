import './stances.css';
import { useEffect, useState } from 'preact/hooks';
import type { Stance, StanceTaken } from '../../core/stance';
import { counted, t } from '../../i18n/messages';
import { drafts } from '../../store/drafts';
import { live } from '../../store/live';
import { changeSetting, readSettings } from '../../store/settings';
import { VerdictBadge } from '../../ui/assessment';
import { dayInWords } from '../../ui/dates';
import { NoteField } from '../../ui/note-field';
import { goneInWords, OriginName } from '../../ui/origin';
import { StanceRow } from '../../ui/stance-row';
import { useBox } from '../../ui/use-box';
import { useLive } from '../../ui/use-live';
import type { Kept } from '../kept';
import type { Work } from '../work/use-work';
import { changeStance, type NoteInWriting, writeReason } from './stance-deeds';
import { readStanceGroups, type StanceGroup, type StanceRowData } from './stance-rows';

/** The claims on which the reader has taken a stance: before and after the counterarguments, where the mind changed, and why. */
export function StancesView({ kept, work }: { kept: Kept; work: Work }) {
  const groups = useLive(() => live(readStanceGroups), []);
  useEffect(() => {
    if (groups) kept.goOn();
  }, [groups]);
  const [onlyChanged, setOnlyChanged] = useState(false);
  if (!groups) return <p class="quiet">{t('stances_opening')}</p>;
  const rows = groups.flatMap((group) => group.rows);
  const changed = rows.filter(({ summary }) => summary.changed).length;
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ summary }) => summary.changed || !onlyChanged) }))
    .filter((group) => group.rows.length > 0);
  return (
    <section class="stances" aria-label={t('stances_title')}>
      <header>
        <h2>{t('stances_title')}</h2>
        <p class="small quiet">{inWords(rows.length, changed)}</p>
      </header>
      {rows.length === 0 ? (
        <p class="quiet">{t('stances_none')}</p>
      ) : (
        <p class="filter small">
          <label>
            <input
              type="checkbox"
              checked={onlyChanged}
              onChange={({ currentTarget }) => setOnlyChanged(currentTarget.checked)}
            />{' '}
            {t('stances_only_changed')}
          </label>
        </p>
      )}
      {rows.length > 0 && shown.length === 0 && <p class="quiet">{t('stances_none_changed')}</p>}
      {shown.map((group) => (
        <Group key={group.key} group={group} work={work} />
      ))}
      <AskFirst />
    </section>
  );
}

function Group({ group: { headline, url, rows }, work }: { group: StanceGroup; work: Work }) {
  return (
    <article>
      <header>
        <h3>{headline}</h3>
        {url && (
          <a class="small" href={url} target="_blank" rel="noopener noreferrer">
            {t('stances_open')}
          </a>
        )}
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.kept.claimId} row={row} work={work} />
        ))}
      </ul>
    </article>
  );
}

function Row({ row: { kept, summary, statement, verdict, origin, note }, work }: { row: StanceRowData; work: Work }) {
  const [writing] = useState<NoteInWriting>({ id: null });
  const { claimId, articleKey } = kept;
  const place = { keys: [articleKey], claim: { claimId, articleKey, statement: kept.statement } };
  return (
    <li class={`claim-stance ${summary.changed ? 'changed' : ''}`}>
      <p class="statement">{statement}</p>
      <div class="summary">
        <dl>
          <div>
            <dt>{t('stances_before')}</dt>
            <dd>{named(summary.before)}</dd>
          </div>
          <div>
            <dt>{t('stances_after')}</dt>
            <dd>{named(summary.after)}</dd>
          </div>
        </dl>
        {summary.changed && <strong class="small">{t('stances_changed')}</strong>}
        {verdict && <VerdictBadge verdict={verdict} />}
        {origin && <OriginName claim={{ origin }} />}
      </div>
      {verdict === null && <p class="small quiet">{goneInWords(kept.claimId)}</p>}
      <NoteField
        label={t('stances_why')}
        text={note?.note ?? ''}
        drafted={() => drafts.of(place)}
        draft={(text) => drafts.put(place, text)}
        save={async (text, from) => {
          const reason = await writeReason(work, kept, note, text, from, writing);
          drafts.drop(place, text);
          return reason;
        }}
      />
      <StanceRow stance={summary.now} take={(stance) => void changeStance(work, kept, stance)} />
      <History history={kept.history} />
    </li>
  );
}

/** Every stance with its day: one is told at once, several on asking. */
function History({ history }: { history: StanceTaken[] }) {
  const [only] = history;
  if (only && history.length === 1) return <p class="small quiet">{dayInWords(only.time)}</p>;
  return (
    <details class="small quiet">
      <summary>{counted('stances_since', history.length, { day: dayInWords(only?.time ?? 0) })}</summary>
      <ol>
        {history.map(({ stance, time, moment }) => (
          <li key={time}>
            {t(`stances_said_${moment}`, {
              day: dayInWords(time),
              stance: t(stance ? `stance_i_${stance}` : 'stances_taken_back'),
            })}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Whether the card asks before it shows. */
function AskFirst() {
  const settings = useLive(() => live(readSettings), []);
  return (
    <p class="ask-first small">
      <label>
        <input {...useBox(settings?.askFirst ?? true, (wanted) => changeSetting('askFirst', wanted))} />{' '}
        {t('stances_ask_first')}
      </label>
    </p>
  );
}

const named = (stance: Stance | null) =>
  stance ? <span class={`said said-${stance}`}>{t(`stance_i_${stance}`)}</span> : <span class="quiet">–</span>;

function inWords(claims: number, changed: number): string {
  const first = counted('claims', claims);
  return changed === 0 ? first : t('stances_counts', { claims: first, changed });
}
