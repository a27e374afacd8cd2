import { scopeOf } from '../store/documents';
import { type Content, emptyContent } from '../store/rows';
import { type DocumentAtHand, type DocumentOutcome, stepDocuments, waitingDocuments } from '../store/sync-steps';
import { OWN_SETTINGS, type TableName } from './fields';
import { annotationsIn, type DocumentRows, mergeDocument, openDocument } from './merge-document';

/** Documents in one transaction: few enough that a killed worker loses little, many enough for 10,000 annotations in seconds. */
const AT_ONCE = 20;

/** What taking up came to. */
export interface TakenUp {
  /** Rows of the library that were changed. */
  rows: number;
  /** Updates that could not be read. */
  refused: number;
}

/**
 * Takes up, in small steps, all that waits: what the reader changed goes into the documents and the outbox, what came
 * goes into the library. Each step is one transaction; called again after a kill it goes on where it was.
 * @param progress told after every step how many of how many documents are done
 */
export async function takeUp(progress?: (done: number, all: number) => void): Promise<TakenUp> {
  const taken: TakenUp = { rows: 0, refused: 0 };
  const all = progress ? (await waitingDocuments()).length : 0;
  let done = 0;
  for (;;) {
    const names = await waitingDocuments(AT_ONCE);
    if (names.length === 0) return taken;
    taken.rows += await stepDocuments(
      names,
      (state, name) => annotationsIn(openDocument(name, state)),
      (hand) => {
        const { outcome, refused } = outcomeOf(hand);
        taken.refused += refused;
        return outcome;
      },
    );
    done += names.length;
    progress?.(done, Math.max(done, all));
  }
}

function outcomeOf({ name, state, received, rows, settled }: DocumentAtHand): {
  outcome: DocumentOutcome;
  refused: number;
} {
  const shared = { ...rows, settings: rows.settings.filter((row) => !OWN_SETTINGS.includes(row.name)) };
  const open = openDocument(name, state);
  const merged = mergeDocument(open, shared as unknown as DocumentRows, received, Date.now(), settled);
  const remove = (Object.entries(merged.remove) as [TableName, string[]][]).flatMap(([table, keys]) =>
    keys.map((key) => ({ table, key: tableKey(table, key, name) })),
  );
  const conflicts = merged.conflicts.map((conflict) => ({ ...conflict, document: name, settled: false }));
  const outcome = { state: merged.state, update: merged.update, put: contentOf(merged.put), remove, conflicts };
  return { outcome, refused: merged.refused };
}

const contentOf = (rows: DocumentRows): Content => ({
  ...emptyContent(),
  ...(rows as unknown as Partial<Content>),
});

/** A row's key in its table, of its key in its document. */
function tableKey(table: TableName, key: string, document: string): string | string[] {
  const scope = scopeOf(document);
  const articleKey = scope?.of === 'article' ? scope.articleKey : '';
  if (table === 'stances') return [articleKey, key];
  return table === 'articles' || table === 'reviewChoices' ? articleKey : key;
}
