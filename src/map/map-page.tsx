import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleClaims } from '../core/claim';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import { useClaims } from '../this-article/use-claims';
import { openClaim } from '../this-article/way-back';
import { publishedInWords } from '../ui/dates';
import { ENGLISH } from '../ui/english';
import { VerdictBar } from '../ui/verdict-bar';
import { ArgumentMap, useWidth } from './argument-map';
import { MapTools } from './map-tools';
import { TimeLine } from './time-line';

/** The map of the article named in our address (`?article=`), leading to the words in the tab named there (`&tab=`). */
export function MapPage() {
  const query = new URLSearchParams(location.search);
  const claims = useClaims(query.get('article') ?? '', '');
  const tab = query.get('tab');
  if (claims === undefined) return <p class="loading quiet">{t('popup_opening')}</p>;
  if (claims === null) return <p class="message">{t('popup_no_claims')}</p>;
  return <ArticleMap claims={claims} tabId={tab === null ? null : Number(tab)} />;
}

function ArticleMap({ claims, tabId }: { claims: ArticleClaims; tabId: number | null }) {
  const frame = useWidth<HTMLDivElement>();
  const [zoom, setZoom] = useState(1);
  const [said, setSaid] = useState('');
  const now = useRef(Date.now()).current;
  useEffect(() => {
    document.title = t('map_title', { headline: claims.headline });
  }, [claims]);
  const choose = (id: string) => {
    openClaim(claims.url, id, tabId).catch((error: unknown) => setSaid(sentenceOf(error)));
  };
  const byline = [claims.author, publishedInWords(claims.published), claims.section].filter(Boolean).join(' · ');
  return (
    <>
      <header class="map-head">
        <h1 {...ENGLISH}>{claims.headline}</h1>
        <p class="small quiet">{byline}</p>
        <VerdictBar claims={claims} />
        <p class="small quiet legend">{t('map_legend')}</p>
      </header>
      <MapTools
        picture={() => frame.element.current?.querySelector('svg') ?? null}
        name={claims.key.split('/').at(-1) ?? ''}
        caption={[claims.headline, `${byline} · ${t('map_credit')}`]}
        zoom={zoom}
        setZoom={setZoom}
        say={setSaid}
      />
      <p class="small quiet said" role="status">
        {said}
      </p>
      <div class="frame" ref={frame.element}>
        {frame.width > 0 && <ArgumentMap claims={claims} width={frame.width} zoom={zoom} choose={choose} />}
      </div>
      <h2>{t('since_name')}</h2>
      <TimeLine claims={claims} now={now} choose={choose} />
    </>
  );
}
