import { useState } from 'preact/hooks';
import type { Annotation, ReadArticle } from '../core/annotation';
import { allAnnotations, deleteAnnotation, restoreAnnotation } from '../store/annotations';
import { allArticles } from '../store/articles';
import { live } from '../store/live';
import { dayInWords } from '../ui/dates';
import { useLive } from '../ui/use-live';
import { Entry } from './entry';
import { ExchangeTools } from './exchange/exchange-tools';
import { KeptSafe } from './exchange/kept-safe';

/** All annotations by article, the article annotated last first. */
export function LibraryPage() {
  const annotations = useLive(() => live(allAnnotations), []);
  const articles = useLive(() => live(allArticles), []);
  const [deleted, setDeleted] = useState<Annotation | null>(null);
  if (!annotations || !articles) return <p class="quiet">Opening the library…</p>;
  const groups = byArticle(annotations, articles);
  const remove = async (annotation: Annotation) => {
    await deleteAnnotation(annotation.id);
    setDeleted(annotation);
  };
  const undo = async () => {
    if (deleted) await restoreAnnotation(deleted.id);
    setDeleted(null);
  };
  return (
    <>
      <header class="top">
        <h1>Counterpoint</h1>
        <p class="quiet">{inWords(annotations.length, groups.length)}</p>
      </header>
      <ExchangeTools />
      {groups.length === 0 && (
        <p class="empty">
          Nothing kept yet. Open an article on{' '}
          <a href="https://thediplomat.com/" target="_blank" rel="noopener noreferrer">
            thediplomat.com
          </a>
          , select some words and choose a color: they will stand here, with your notes, on this device only.
        </p>
      )}
      {groups.map(({ key, article, entries }) => (
        <article key={key}>
          <header>
            <h2>{article?.headline || key}</h2>
            {article && <span class="small quiet">{`read ${dayInWords(article.lastRead)}`}</span>}
          </header>
          <ul>
            {entries.map((annotation) => (
              <Entry key={annotation.id} annotation={annotation} remove={() => void remove(annotation)} />
            ))}
          </ul>
        </article>
      ))}
      <KeptSafe />
      <div class="undo" role="status">
        {deleted && (
          <>
            <span>Deleted.</span>
            <button type="button" class="link" onClick={() => void undo()}>
              Undo
            </button>
          </>
        )}
      </div>
    </>
  );
}

interface Group {
  key: string;
  article: ReadArticle | undefined;
  entries: Annotation[];
}

/** Groups in the order of their newest annotation; within one, oldest first, as they were read. */
function byArticle(annotations: Annotation[], articles: ReadArticle[]): Group[] {
  const known = new Map(articles.map((article) => [article.key, article]));
  const groups = new Map<string, Group>();
  for (const annotation of annotations) {
    const key = annotation.articleKey;
    const group = groups.get(key) ?? { key, article: known.get(key), entries: [] };
    group.entries.unshift(annotation);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function inWords(annotations: number, articles: number): string {
  const one = (count: number, noun: string) => (count === 1 ? `1 ${noun}` : `${count} ${noun}s`);
  return `${one(annotations, 'annotation')} in ${one(articles, 'article')}`;
}
