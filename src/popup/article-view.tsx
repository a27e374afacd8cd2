import browser from 'webextension-polyfill';
import { askPage, type Place } from '../contract';
import type { Annotation } from '../core/annotation';
import { type ArticleClaims, type Claim, VERDICTS } from '../core/claim';
import type { Settings } from '../core/settings';
import type { ClaimStance } from '../core/stance';
import { openedCounterargument, takeStance } from '../store/stances';
import { Citations } from '../ui/arguments';
import { publishedInWords } from '../ui/dates';
import { ClaimItem } from './claim-item';
import { Footer } from './footer';
import { NoteList } from './note-list';
import { placesInWords } from './places';
import type { TabPage } from './tab-page';

interface ArticleViewProps {
  page: TabPage;
  claims: ArticleClaims | null;
  annotations: Annotation[];
  stances: ClaimStance[];
  settings: Settings;
}

/** One article: its claims in reading order with their counterarguments, then the reader's notes. */
export function ArticleView({ page, claims, annotations, stances, settings }: ArticleViewProps) {
  const places = page.reading?.places ?? {};
  const placeOf = (id: string): Place | null => places[id]?.place ?? null;
  const position = ({ id }: Annotation) => places[id]?.at ?? 1;
  const inReadingOrder = [...annotations].sort((a, b) => position(a) - position(b) || a.created - b.created);
  const goToClaim = (id: string) => void askPage(page.tabId, 'goToClaim', { id }).catch(() => undefined);
  const goToAnnotation = (id: string) => void askPage(page.tabId, 'goToAnnotation', { id }).catch(() => undefined);
  const noteOn = (claimId: string) =>
    annotations.find(({ target }) => target.kind === 'claim' && target.claimId === claimId)?.note ?? null;
  return (
    <>
      <header class="head">
        <h1>{claims?.headline ?? (page.headline || 'This article')}</h1>
        {claims && (
          <p class="small quiet">
            {[claims.author, publishedInWords(claims.published), claims.section].filter(Boolean).join(' · ')}
          </p>
        )}
        {claims && <VerdictBar claims={claims} />}
        <p class="small legend">
          {claims && <span>{placesInWords(claims.claims.map(({ id }) => placeOf(id)))}</span>}
          <span>{annotations.length === 1 ? '1 note' : `${annotations.length} notes`}</span>
        </p>
      </header>
      <PageTrouble page={page} />
      {claims ? (
        <>
          <h2 class="unseen">Claims</h2>
          <ol class="claims">
            {claims.claims.map((claim, i) => (
              <ClaimItem
                key={claim.id}
                claim={claim}
                number={i + 1}
                place={placeOf(claim.id)}
                note={noteOn(claim.id)}
                said={stances.find(({ claimId }) => claimId === claim.id)}
                askFirst={settings.askFirst}
                takeStance={(stance) => void takeStance(stanceClaim(claims.key, claim), stance)}
                openedCounterargument={() => void openedCounterargument(stanceClaim(claims.key, claim))}
                goTo={() => goToClaim(claim.id)}
              />
            ))}
          </ol>
        </>
      ) : (
        <p class="message">
          Counterpoint has no claims for this article yet. Your own highlights and notes work here as everywhere on the
          site: select some words.
        </p>
      )}
      <NoteList annotations={inReadingOrder} placeOf={placeOf} goTo={goToAnnotation} />
      {claims && <Background claims={claims} />}
      <Footer />
    </>
  );
}

const stanceClaim = (articleKey: string, { id, statement }: Claim) => ({ articleKey, claimId: id, statement });

/** The share of each verdict, as a bar; told in words to those who do not see it. */
function VerdictBar({ claims: { claims } }: { claims: ArticleClaims }) {
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: claims.filter(({ assessment }) => assessment.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return (
    <div class="bar" role="img" aria-label={counts.map(({ verdict, count }) => `${count} ${verdict}`).join(', ')}>
      {counts.map(({ verdict, count }) => (
        <i key={verdict} class={`tone-${verdict}`} style={`flex: ${count}`} />
      ))}
    </div>
  );
}

/** What keeps the page from showing marks, if anything does, and what to do about it. */
function PageTrouble({ page }: { page: TabPage }) {
  if (!page.reading) {
    return (
      <p class="message">
        The marks are not on the page yet: it was open before Counterpoint came, or was not allowed to reach it.{' '}
        <button type="button" class="link" onClick={() => void browser.tabs.reload(page.tabId)}>
          Reload the page
        </button>
      </p>
    );
  }
  if (!page.reading.article) return <p class="message">The page shows no article text yet.</p>;
  if (page.reading.partlyShown) {
    return (
      <p class="message">The site shows a part of this article only. Claims in the rest are listed, not marked.</p>
    );
  }
  return null;
}

/** Facts looked up and terms explained. */
function Background({ claims: { checks, glossary, summary } }: { claims: ArticleClaims }) {
  return (
    <section class="background">
      <details>
        <summary>The article in short</summary>
        <p>{summary}</p>
      </details>
      {checks.length > 0 && (
        <details>
          <summary>{`Facts looked up (${checks.length})`}</summary>
          <dl>
            {checks.map((check) => (
              <div key={check.item}>
                <dt>{check.item}</dt>
                <dd>
                  <strong>{check.finding}.</strong> {check.note}
                  <Citations list={check.citations} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {glossary.length > 0 && (
        <details>
          <summary>{`Terms (${glossary.length})`}</summary>
          <dl>
            {glossary.map((entry) => (
              <div key={entry.term}>
                <dt>{entry.term}</dt>
                <dd>
                  {entry.definition}
                  <Citations list={entry.citations} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
