import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { seeded } from './random';

/** A text to change: paragraphs of one kind of prose. */
export interface Sample {
  name: string;
  paragraphs: string[];
}

const ARTICLES = new URL('../../../shared/articles/', import.meta.url);

/** The texts the engine is measured on: articles where they are there, own prose, and texts that repeat themselves. */
export function samples(): Sample[] {
  return [
    ...articles(),
    own('harbour'),
    own('delta'),
    own('orchard-licence'),
    { name: 'cc0', paragraphs: fromFile('cc0-1.0').filter((paragraph) => paragraph.length > 40) },
    { name: 'minutes', paragraphs: minutes() },
  ];
}

function articles(): Sample[] {
  if (!existsSync(ARTICLES)) return [];
  return readdirSync(ARTICLES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { paragraphs } = JSON.parse(readFileSync(new URL(name, ARTICLES), 'utf8')) as { paragraphs: string[] };
      return { name: name.replace('.json', ''), paragraphs };
    });
}

const own = (name: string): Sample => ({ name, paragraphs: fromFile(name) });

function fromFile(name: string): string[] {
  return readFileSync(new URL(`texts/${name}.txt`, import.meta.url), 'utf8')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** Minutes of a council: every paragraph is made of the same sentences with other names and numbers. */
function minutes(): string[] {
  const random = seeded(7);
  const names = ['Ms. Varga', 'Mr. Okafor', 'Ms. Lindqvist', 'Mr. Đặng', 'Ms. Brannigan', 'Mr. Sato', 'Ms. Quiroga'];
  const things = [
    'the bridge at Holm',
    'the east school',
    'the bus depot',
    'the river wall',
    'the market hall',
    'the town library',
    'the cycle path',
    'the fire station',
  ];
  const reasons = [
    'costs had risen',
    'the survey was late',
    'no bidder was left',
    'the ground was wet',
    'the plans were old',
  ];
  return things.map((thing, k) => {
    const [mover, other, third] = random.shuffle(names);
    const amount = random.int(20, 990);
    return [
      `Item ${k + 1}. ${mover} moved that the council grant ${amount},000 crowns for ${thing}.`,
      `${other} asked whether the grant for ${thing} could wait until next year, because ${random.pick(reasons)}.`,
      `${mover} replied that it could not wait, and that the committee had heard all sides in ${random.pick(['March', 'April', 'May'])}.`,
      `${third} said that ${random.pick(reasons)} and that the council should be careful with public money.`,
      `The motion was put to the vote and was ${random.pick(['carried', 'lost'])} by ${random.int(8, 15)} votes to ${random.int(1, 7)}.`,
      `The clerk was asked to write to all parties concerned before the end of the month.`,
    ].join(' ');
  });
}
