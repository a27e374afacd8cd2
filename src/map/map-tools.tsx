import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import { download } from '../ui/download';
import { pictureOf, pngOf } from './picture';

interface MapToolsProps {
  /** The map as it is drawn; `null` before that. */
  picture: () => SVGSVGElement | null;
  /** What a saved picture is called, without its ending, and what stands above it. */
  name: string;
  caption: string[];
  zoom: number;
  setZoom: (zoom: number) => void;
  /** Tells the reader what became of it. */
  say: (words: string) => void;
}

const STEP = 1.25;
const SMALLEST = 0.4;
const LARGEST = 3;

/** Nearer, farther, and the ways to take the map along. */
export function MapTools({ picture, name, caption, zoom, setZoom, say }: MapToolsProps) {
  const zoomBy = (factor: number) => setZoom(Math.min(LARGEST, Math.max(SMALLEST, zoom * factor)));
  const take = (deed: (svg: string) => Promise<string>, failed: (error: unknown) => string) => async () => {
    const map = picture();
    if (!map) return;
    try {
      say(await deed(pictureOf(map, caption)));
    } catch (error) {
      say(failed(error));
    }
  };
  const keep = (deed: (svg: string) => Promise<string>) =>
    take(deed, (error) => t('say_failed', { reason: sentenceOf(error) }));
  // Whatever a browser says when it refuses its clipboard, the way out is the same.
  const copy = (format: string, deed: (svg: string) => Promise<void>) =>
    take(
      async (svg) => {
        await deed(svg);
        return t('map_copied', { format });
      },
      () => t('map_not_copied'),
    );
  const save = (ending: string, type: string, bytes: BlobPart) => {
    const file = new File([bytes], `${name}.${ending}`, { type });
    download(file);
    return t('map_saved', { file: file.name });
  };
  // The promise is handed over, not its value: Safari and Firefox forget the click while a picture is drawn.
  const copyPng = copy('PNG', (svg) => navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg) })]));
  const copySvg = copy('SVG', (svg) => navigator.clipboard.writeText(svg));
  return (
    <div class="tools" role="toolbar" aria-label={t('map_tools')}>
      <span class="group">
        <button type="button" class="button" aria-label={t('map_farther')} onClick={() => zoomBy(1 / STEP)}>
          −
        </button>
        <button type="button" class="button level" title={t('map_whole')} onClick={() => setZoom(1)}>
          {t('map_zoom', { percent: Math.round(100 * zoom) })}
        </button>
        <button type="button" class="button" aria-label={t('map_nearer')} onClick={() => zoomBy(STEP)}>
          +
        </button>
      </span>
      <span class="group">
        <button type="button" class="button" onClick={() => void copyPng()}>
          {t('map_copy_png')}
        </button>
        <button type="button" class="button" onClick={() => void copySvg()}>
          {t('map_copy_svg')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void keep(async (svg) => save('png', 'image/png', await pngOf(svg)))()}
        >
          {t('map_save_png')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void keep(async (svg) => save('svg', 'image/svg+xml', svg))()}
        >
          {t('map_save_svg')}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {t('map_print')}
        </button>
      </span>
    </div>
  );
}
