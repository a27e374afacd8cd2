import { askPage } from '../contract/page';
import type { Annotation } from '../core/annotation';
import type { Place } from '../core/place';
import { t } from '../i18n/messages';
import { openedCounterargument, takeStance } from '../store/stances';
import { stanceClaim } from '../this-article/claim-stance';
import { PageTrouble } from '../this-article/page-trouble';
import type { TabPage } from '../this-article/tab-page';
import type { Kept } from '../this-article/use-kept';
import { ArticleHead } from '../ui/article-head';
import { Background } from '../ui/background';
import { ClaimItem } from '../ui/claim-item';
import { CopyOf } from '../ui/copy-of';
import { NoteList } from '../ui/note-list';
import { Footer } from './footer';

/** One article: its claims in reading order with their counterarguments, then the reader's notes. */
export function ArticleView({ page, kept }: { page: TabPage; kept: Kept }) {
  const { claims, annotations, stances, settings } = kept;
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
      <ArticleHead headline={page.headline} claims={claims} placeOf={placeOf} notes={annotations.length} />
      {page.copyOf && claims && <CopyOf original={claims} />}
      <PageTrouble page={page} />
      {claims ? (
        <>
          <h2 class="unseen">{t('claims_heading')}</h2>
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
        <p class="message">{t('popup_no_claims')}</p>
      )}
      <NoteList annotations={inReadingOrder} placeOf={placeOf} goTo={goToAnnotation} />
      {claims && <Background claims={claims} />}
      <Footer page={page} articleKey={claims?.key} />
    </>
  );
}
