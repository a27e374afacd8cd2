import browser from 'webextension-polyfill';
import { askPage, type Place } from '../contract';
import type { Annotation } from '../core/annotation';
import { type ArticleClaims, type Claim, VERDICTS } from '../core/claim';
import type { Settings } from '../core/settings';
import type { ClaimStance } from '../core/stance';
import { counted, t } from '../i18n/messages';
import { openedCounterargument, takeStance } from '../store/stances';
import { Citations } from '../ui/arguments';
import { verdictName } from '../ui/assessment';
import { publishedInWords } from '../ui/dates';
import { ENGLISH } from '../ui/english';
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
        <h1 {...ENGLISH}>{claims?.headline ?? (page.headline || t('popup_this_article'))}</h1>
        {claims && (
          <p class="small quiet">
            {[claims.author, publishedInWords(claims.published), claims.section].filter(Boolean).join(' · ')}
          </p>
        )}
        {claims && <VerdictBar claims={claims} />}
        <p class="small legend">
          {claims && <span>{placesInWords(claims.claims.map(({ id }) => placeOf(id)))}</span>}
          <span>{counted('notes', annotations.length)}</span>
        </p>
      </header>
      <PageTrouble page={page} />
      {claims ? (
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
      ) : (
        <p class="message">{t('popup_no_claims')}</p>
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
  const shares = counts.map(({ verdict, count }) => t('verdict_count', { count, verdict: verdictName(verdict) }));
  return (
    <div class="bar" role="img" aria-label={shares.join(t('list_comma'))}>
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
        {t('popup_no_marks')}{' '}
        <button type="button" class="link" onClick={() => void browser.tabs.reload(page.tabId)}>
          {t('popup_reload')}
        </button>
      </p>
    );
  }
  if (!page.reading.article) return <p class="message">{t('popup_no_text')}</p>;
  if (page.reading.partlyShown) {
    return <p class="message">{t('popup_partly_shown')}</p>;
  }
  return null;
}

/** Facts looked up and terms explained. */
function Background({ claims: { checks, glossary, summary } }: { claims: ArticleClaims }) {
  return (
    <section class="background">
      <details>
        <summary>{t('popup_summary')}</summary>
        <p {...ENGLISH}>{summary}</p>
      </details>
      {checks.length > 0 && (
        <details>
          <summary>{t('popup_checks', { count: checks.length })}</summary>
          <dl {...ENGLISH}>
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
          <summary>{t('popup_terms', { count: glossary.length })}</summary>
          <dl {...ENGLISH}>
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
