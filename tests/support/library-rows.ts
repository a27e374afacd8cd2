import type { MadeLibrary } from '../../scripts/bench/rows';
import type { Annotation } from '../../src/core/annotation';
import { foldHeadline } from '../../src/core/headline';
import { firstArticle as article } from '../pages/article';

const DAY = 86_400_000;
const KEY = article.url.replace('https://thediplomat.com/', '').replace(/\/$/, '');
const [CLAIM] = article.passages;
if (!CLAIM) throw new Error('The first article has no claims.');

/** Rows in every state that an entry can be in: noted, tagged, edited, lost, on a claim, on one that is gone, in the bin. */
export function everyKindOfRow(now = Date.now()): MadeLibrary {
  const states: Partial<Annotation>[] = [
    {
      note: 'A *note* with a [link](https://example.org/), `code`\n\n> quoted\n\n- one\n- two',
      tags: ['asean', 'doubt'],
    },
    { color: 'blue', lastSeen: { at: now, outcome: 'edited', words: 'what the envoy replied', start: 0.2 } },
    { color: 'pink', lastSeen: { at: now, outcome: 'not found' }, note: 'Where is it?' },
    {
      color: 'green',
      target: { kind: 'claim', claimId: CLAIM?.id ?? '', statement: 'A statement.' },
      note: 'On a claim.',
    },
    { color: 'purple', target: { kind: 'claim', claimId: 'gone', statement: 'A claim that is gone.' } },
    { deleted: now },
  ];
  const annotations = states.map(
    (state, i): Annotation => ({
      id: `00000000-0000-7000-8000-00000000000${i}`,
      articleKey: KEY,
      target: { kind: 'words', quote: { exact: `what the envoy said on day ${i + 1}`, prefix: '', suffix: '' } },
      color: 'yellow',
      note: '',
      tags: [],
      created: now - (i + 20) * DAY,
      updated: now - (i + 20) * DAY,
      deleted: null,
      ...state,
    }),
  );
  const { url, headline } = article;
  return { annotations, articles: [{ key: KEY, url, headline, headlineFold: foldHeadline(headline), lastRead: now }] };
}
