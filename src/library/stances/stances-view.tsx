import './stances.css';
import { useEffect, useState } from 'preact/hooks';
import type { Stance, StanceTaken } from '../../core/stance';
import { t } from '../../i18n/messages';
import { live } from '../../store/live';
import { changeSetting, readSettings } from '../../store/settings';
import { VerdictBadge } from '../../ui/assessment';
import { dayInWords } from '../../ui/dates';
import { NoteField } from '../../ui/note-field';
import { StanceRow } from '../../ui/stance-row';
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
  if (!groups) return <p class="quiet">Opening the library…</p>;
  const rows = groups.flatMap((group) => group.rows);
  const changed = rows.filter(({ summary }) => summary.changed).length;
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ summary }) => summary.changed || !onlyChanged) }))
    .filter((group) => group.rows.length > 0);
  return (
    <section class="stances" aria-label="Claims and stances">
      <header>
        <h2>Claims and stances</h2>
        <p class="small quiet">{inWords(rows.length, changed)}</p>
      </header>
      {rows.length === 0 ? (
        <p class="quiet">
          No stances yet. Open a claim on an article and say whether you agree; say it again after reading what speaks
          against it. Both will stand here, with your note.
        </p>
      ) : (
        <p class="filter small">
          <label>
            <input
              type="checkbox"
              checked={onlyChanged}
              onChange={({ currentTarget }) => setOnlyChanged(currentTarget.checked)}
            />{' '}
            Only where I changed my mind
          </label>
        </p>
      )}
      {rows.length > 0 && shown.length === 0 && <p class="quiet">You have changed your mind on none of them.</p>}
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
            Open
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

function Row({ row: { kept, summary, statement, verdict, note }, work }: { row: StanceRowData; work: Work }) {
  const [writing] = useState<NoteInWriting>({ id: null });
  return (
    <li class={`claim-stance ${summary.changed ? 'changed' : ''}`}>
      <p class="statement">{statement}</p>
      <div class="summary">
        <dl>
          <div>
            <dt>Before</dt>
            <dd>{named(summary.before)}</dd>
          </div>
          <div>
            <dt>After</dt>
            <dd>{named(summary.after)}</dd>
          </div>
        </dl>
        {summary.changed && <strong class="small">Changed your mind</strong>}
        {verdict && <VerdictBadge verdict={verdict} />}
      </div>
      <NoteField
        label="Why? Your note on this claim…"
        text={note?.note ?? ''}
        save={(text) => writeReason(work, kept, note, text, writing)}
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
      <summary>{`${history.length} stances since ${dayInWords(only?.time ?? 0)}`}</summary>
      <ol>
        {history.map(({ stance, time, moment }) => (
          <li key={time}>
            {`${dayInWords(time)}: ${stance ? t(`stance_i_${stance}`) : 'taken back'}, ${moment === 'before' ? 'before reading' : 'after reading'}`}
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
        <input
          type="checkbox"
          checked={settings?.askFirst ?? true}
          onChange={({ currentTarget }) => void changeSetting('askFirst', currentTarget.checked)}
        />{' '}
        Keep counterarguments folded until I have said what I think, or open one
      </label>
    </p>
  );
}

const named = (stance: Stance | null) =>
  stance ? <span class={`said said-${stance}`}>{t(`stance_i_${stance}`)}</span> : <span class="quiet">–</span>;

function inWords(claims: number, changed: number): string {
  const first = claims === 1 ? '1 claim' : `${claims} claims`;
  return changed === 0 ? first : `${first}, your mind changed on ${changed}`;
}
