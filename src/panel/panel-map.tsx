import type { ArticleClaims } from '../core/claim';
import { t } from '../i18n/messages';
import { ArgumentMap, useWidth } from '../map/argument-map';
import { openMap } from '../this-article/open-map';

interface PanelMapProps {
  claims: ArticleClaims;
  tabId: number;
  here: string | null;
  pointed: string | null;
  emphasise: (id: string | null) => void;
  show: (id: string) => void;
}

/** The argument map at the panel's width, with the claim in view marked in it. */
export function PanelMap({ claims, tabId, here, pointed, emphasise, show }: PanelMapProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  return (
    <div class="panel-map">
      <p class="small quiet">{t('map_legend')}</p>
      <div ref={element}>
        {width > 0 && (
          <ArgumentMap claims={claims} width={width} here={here} pointed={pointed} point={emphasise} choose={show} />
        )}
      </div>
      <p>
        <button type="button" class="link small" onClick={() => void openMap(claims.key, tabId)}>
          {t('panel_open_map')}
        </button>
      </p>
    </div>
  );
}
