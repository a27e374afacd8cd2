import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleClaims } from '../core/claim';
import { direction, t } from '../i18n/messages';
import { VerdictGlyph, verdictName } from '../ui/assessment';
import { ENGLISH } from '../ui/english';
import { originInWords } from '../ui/origin';
import { claimTree } from './claim-tree';
import { type Box, type MapLayout, type MapMeasure, narrowLayout, wideLayout } from './layout';

interface ArgumentMapProps {
  claims: ArticleClaims;
  /** Pixels for the map; in less than two columns' width all claims stand in one. */
  width: number;
  /** How much larger or smaller than drawn it is shown; 1 by default. */
  zoom?: number;
  /** The claim the reader is at on the page, and the one under the mouse there. */
  here?: string | null;
  pointed?: string | null;
  /** Called with a claim's id when mouse or focus come onto it, and with `null` when they go. */
  point?: (id: string | null) => void;
  choose: (id: string) => void;
}

/** Pixels below which columns side by side are too narrow to read. */
const NARROW = 640;

/**
 * The article's argument as one picture: the thesis, and with each claim those that carry it. To a screen reader it is a
 * tree (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/), one stop of the Tab key, walked with the arrows.
 */
export function ArgumentMap({ claims, width, zoom = 1, here, pointed, point, choose }: ArgumentMapProps) {
  const map = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layOut(claims, width), [claims, width]);
  const { boxes, edges } = layout;
  const [at, setAt] = useState(0);
  const walk = (event: KeyboardEvent) => {
    const box = boxes[at];
    const to = box && stepOf(event.key, boxes, box);
    if (!to) return;
    event.preventDefault();
    setAt(boxes.indexOf(to));
    map.current?.querySelectorAll<SVGGElement>('[role=treeitem]')[boxes.indexOf(to)]?.focus();
  };
  return (
    <svg
      ref={map}
      class="map"
      role="presentation"
      viewBox={`0 0 ${round(layout.width)} ${round(layout.height)}`}
      width={round(layout.width * zoom)}
      height={round(layout.height * zoom)}
    >
      {edges.map((d) => (
        <path key={d} class="edge" d={d} />
      ))}
      <g role="tree" aria-label={t('map_name')} onKeyDown={walk}>
        {boxes.map((box, i) => (
          <MapBox
            key={box.node?.claim.id ?? ''}
            box={box}
            layout={layout}
            of={claims.claims.length}
            stop={i === at}
            here={box.node !== null && box.node.claim.id === here}
            pointed={box.node !== null && box.node.claim.id === pointed}
            enter={() => setAt(i)}
            point={point}
            choose={choose}
          />
        ))}
      </g>
    </svg>
  );
}

interface MapBoxProps {
  box: Box;
  layout: MapLayout;
  /** How many claims the article has. */
  of: number;
  /** Whether the Tab key stops here. */
  stop: boolean;
  here: boolean;
  pointed: boolean;
  enter: () => void;
  point: ((id: string | null) => void) | undefined;
  choose: (id: string) => void;
}

function MapBox({ box, layout: { text, boxes }, of, stop, here, pointed, enter, point, choose }: MapBoxProps) {
  const { node, x, y, width, height, lines } = box;
  const id = node?.claim.id ?? null;
  const verdict = node?.claim.assessment.verdict;
  const mirrored = direction() === 'rtl';
  const start = mirrored ? x + width - text.edge : x + text.edge;
  const sub = y + text.padding + (lines.length + 0.74) * text.line;
  const carries = boxes.some((other) => other.parent === box);
  const act = () => id !== null && choose(id);
  const kind = `${verdict ? `tone-${verdict}` : 'article'} ${box.level === 1 ? 'thesis' : ''}`;
  // What is drawn is no part of the item: its name says the same, and more, in another order.
  return (
    <>
      <g
        class={['node', kind, here && 'here', pointed && 'pointed'].filter(Boolean).join(' ')}
        role="treeitem"
        aria-level={box.level}
        aria-posinset={box.position}
        aria-setsize={box.siblings}
        aria-label={node && verdict ? nameOf(node, verdict, of) : lines.join(' ')}
        {...(carries ? { 'aria-expanded': true } : {})}
        tabindex={stop ? 0 : -1}
        onFocus={() => {
          enter();
          point?.(id);
        }}
        onBlur={() => point?.(null)}
        onPointerEnter={() => point?.(id)}
        onPointerLeave={() => point?.(null)}
        onClick={act}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          act();
        }}
      >
        <rect class="box" x={round(x)} y={round(y)} width={round(width)} height={round(height)} rx={text.padding / 2} />
        {verdict && (
          <rect
            class="tone"
            x={round(mirrored ? x + width - 4 : x + 1)}
            y={round(y + text.padding / 2)}
            width={3}
            height={round(height - text.padding)}
            rx={1.5}
          />
        )}
      </g>
      <g class={`drawn ${kind}`} aria-hidden>
        <g {...ENGLISH}>
          {lines.map((line, i) => (
            <text
              key={line}
              class="label"
              x={round(start)}
              y={round(y + text.padding + (i + 0.74) * text.line)}
              font-size={text.size}
              text-anchor={mirrored ? 'end' : 'start'}
            >
              {line}
            </text>
          ))}
        </g>
        {node && verdict && (
          <g class="verdict">
            <VerdictGlyph
              verdict={verdict}
              place={{
                x: round(mirrored ? start - text.sub : start),
                y: round(sub - 0.9 * text.sub),
                size: text.sub,
              }}
            />
            <text
              class="word"
              x={round(start + (mirrored ? -1.4 : 1.4) * text.sub)}
              y={round(sub)}
              font-size={text.sub}
              text-anchor={mirrored ? 'end' : 'start'}
            >
              {verdictName(verdict)}
              {node.claim.origin && ` · ${shortened(originInWords(node.claim))}`}
            </text>
            <text
              class="dim"
              x={round(mirrored ? x + text.padding : x + width - text.padding)}
              y={round(sub)}
              font-size={text.sub}
              text-anchor={mirrored ? 'start' : 'end'}
            >
              {node.number}
            </text>
          </g>
        )}
      </g>
    </>
  );
}

/** Characters of an origin's name that have room in a box; its item's name has all of it. */
const ROOM = 22;
const shortened = (name: string): string => (name.length > ROOM ? `${name.slice(0, ROOM - 1)}…` : name);

function nameOf({ claim, number }: NonNullable<Box['node']>, verdict: Parameters<typeof verdictName>[0], of: number) {
  const words = t('map_item', { number, of, verdict: verdictName(verdict), label: claim.label });
  return claim.origin ? t('list_from', { claim: words, origin: originInWords(claim) }) : words;
}

/** Where a key of the tree pattern leads from a box; `null` when it leads nowhere. */
function stepOf(key: string, boxes: Box[], box: Box): Box | null {
  const at = boxes.indexOf(box);
  const inward = direction() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const outward = direction() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowDown') return boxes[at + 1] ?? null;
  if (key === 'ArrowUp') return boxes[at - 1] ?? null;
  if (key === inward) return boxes.find(({ parent }) => parent === box) ?? null;
  if (key === outward) return box.parent;
  if (key === 'Home') return boxes[0] ?? null;
  if (key === 'End') return boxes.at(-1) ?? null;
  return null;
}

function layOut(claims: ArticleClaims, width: number): MapLayout {
  const measure = measureHere();
  const roots = claimTree(claims);
  return width < NARROW * (measure.rem / 16)
    ? narrowLayout(roots, claims.headline, measure, width)
    : wideLayout(roots, claims.headline, measure, width);
}

/** How texts are drawn on this page. */
function measureHere(): MapMeasure {
  const pen = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const widthOf = (text: string, size: number, bold: boolean) => {
    if (!pen) return 0.6 * size * text.length;
    pen.font = `${bold ? 600 : 500} ${size}px ${family}`;
    return pen.measureText(text).width;
  };
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return { widthOf, rem, mirrored: direction() === 'rtl' };
}

/** The width of an element in pixels, now and when it changes; 0 before it is drawn. */
export function useWidth<T extends HTMLElement>() {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

const round = (pixels: number): number => Math.round(pixels * 100) / 100;
