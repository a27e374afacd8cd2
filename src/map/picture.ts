/** What a picture of its own needs of each element, since it has no style sheet. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
] as const;

const NAMESPACE = 'http://www.w3.org/2000/svg';
/** Pixels around the map, and for each line of its caption. */
const MARGIN = 24;
const CAPTION = 20;
/** Pixels of a PNG for one of the map: sharp on paper and on fine screens. */
const SHARPNESS = 2;

/** A drawn map as a picture of its own: an SVG file's text, with the colours it has on the page and a caption. */
export function pictureOf(map: SVGSVGElement, caption: string[]): string {
  const { width, height } = map.viewBox.baseVal;
  const copy = map.cloneNode(true) as SVGSVGElement;
  const [drawn, copied] = [[...map.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  for (const [i, element] of drawn.entries()) settle(element, copied[i]);
  const whole = { width: width + 2 * MARGIN, height: height + 2 * MARGIN + caption.length * CAPTION };
  const picture = document.createElementNS(NAMESPACE, 'svg');
  for (const [name, value] of Object.entries(whole)) picture.setAttribute(name, String(value));
  picture.setAttribute('viewBox', `0 0 ${whole.width} ${whole.height}`);
  const page = getComputedStyle(document.body);
  picture.append(shape('rect', { width: '100%', height: '100%', fill: page.backgroundColor }));
  for (const [i, line] of caption.entries()) {
    const text = shape('text', {
      x: String(MARGIN),
      y: String(MARGIN + (i + 0.6) * CAPTION),
      fill: page.color,
      'font-family': page.fontFamily,
      'font-size': i === 0 ? '15' : '12',
      'font-weight': i === 0 ? '600' : '400',
    });
    text.textContent = line;
    picture.append(text);
  }
  const moved = shape('g', { transform: `translate(${MARGIN} ${MARGIN + caption.length * CAPTION})` });
  moved.append(...copy.childNodes);
  picture.append(moved);
  return new XMLSerializer().serializeToString(picture);
}

/** The picture as a PNG file's bytes. @throws when the browser cannot draw it */
export async function pngOf(picture: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SHARPNESS * image.naturalWidth;
    canvas.height = SHARPNESS * image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('no PNG');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Gives a copied element the looks of the drawn one, and takes what only a page understands. */
function settle(drawn: Element, copied: Element | undefined): void {
  if (!copied) return;
  const computed = getComputedStyle(drawn);
  for (const name of STYLES) copied.setAttribute(name, computed.getPropertyValue(name));
  for (const name of copied.getAttributeNames()) {
    if (/^(class|role|tabindex|aria-|lang|dir)/.test(name)) copied.removeAttribute(name);
  }
}

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
