import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runClaims } from '../../scripts/claims/commands';
import { jsonSchemas } from '../../scripts/claims/json-schema';

const EXAMPLE = 'docs/example';
const BIBLIOGRAPHY = `${EXAMPLE}/bibliography.yaml`;
const folder = mkdtempSync(join(tmpdir(), 'claims-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Does what `npm run claims` does, and takes down what it says. */
async function claims(...args: string[]): Promise<{ status: number; output: string }> {
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(line));
  try {
    await runClaims(args);
    return { status: Number(process.exitCode ?? 0), output: said.map((line) => `${line}\n`).join('') };
  } finally {
    process.exitCode = 0;
    log.mockRestore();
    error.mockRestore();
  }
}

/** The example's claim file with something else in it. */
function edited(from: string | RegExp, to: string): string {
  const text = readFileSync(`${EXAMPLE}/ferry.yaml`, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const path = join(folder, 'edited.yaml');
  writeFileSync(path, changed);
  return path;
}
const check = (path: string) => claims('check', path, '--bibliography', BIBLIOGRAPHY);
const lineOf = (path: string, words: string): number =>
  readFileSync(path, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

describe('npm run claims -- new', () => {
  it('fills in what an article file says, and what is left to do is named', async () => {
    const { status, output } = await claims('new', `${EXAMPLE}/ferry.json`, '--to', join(folder, 'new'));
    expect(status, output).toBe(0);
    const path = join(folder, 'new', '2024-an-invented-strait-needs-a-bridge.yaml');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('\n  headline: An Invented Strait Needs a Bridge, Not a Ferry #');
    expect(text).toContain('\n  author: Nobody\n  published: 2024-05-14 #');
    const checked = await claims('check', path);
    expect(checked.status).toBe(1);
    expect(checked.output).toMatch(/an-invented-strait-needs-a-bridge\.yaml:7: article\.summary is empty/);
    expect(await claims('new', `${EXAMPLE}/ferry.json`, '--to', join(folder, 'new'))).toEqual({
      status: 1,
      output: `${path} is there already.\n`,
    });
  });

  it('reads headline, author and day from a saved page, and nothing from the frame around it', async () => {
    const page = join(folder, 'saved.html');
    writeFileSync(
      page,
      `<!doctype html><title>x</title><link rel="canonical" href="https://www.thediplomat.com/2023/02/a-saved-page?x=1">
      <script type="application/ld+json">[{"@type":"Organization","name":"Site"}]</script>
      <script type="application/ld+json">{"author":[{"name":"Ann Example"},{"name":"Bo Example"}],"datePublished":"2023-02-09T08:00:00+09:00"}</script>
      <header><h1 id="td-headline">A “saved”: page &amp; more</h1><p>lead</p></header>
      <nav><p>menu</p></nav><section id="tda-gated-body"><p>One  <a href="/">linked</a>&nbsp;word.</p><aside><p>ad</p></aside></section>`,
    );
    const { status, output } = await claims('new', page, '--to', join(folder, 'saved'));
    expect(status, output).toBe(0);
    const text = readFileSync(join(folder, 'saved', '2023-a-saved-page.yaml'), 'utf8');
    expect(text).toContain('url: https://thediplomat.com/2023/02/a-saved-page/\n');
    expect(text).toContain('headline: "A “saved”: page & more" #');
    expect(text).toContain('author: Ann Example, Bo Example\n  published: 2023-02-09 #');
    const found = await claims('anchor', '--passage', 'One linked word.', page);
    expect(found.output).toContain('start: One linked word.');
    for (const frame of ['menu', 'ad', 'lead'])
      expect((await claims('anchor', '--passage', frame, page)).status).toBe(1);
  });

  it('takes an address alone, and no address of another site', async () => {
    const { status } = await claims('new', 'https://thediplomat.com/2021/03/alone/', '--to', join(folder, 'alone'));
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'alone', '2021-alone.yaml'), 'utf8')).toContain('published: 2021-03 #');
    expect((await claims('new', 'https://example.com/2021/03/alone/', '--to', folder)).output).toMatch(
      /is not the address of/,
    );
  });
});

describe('npm run claims -- anchor', () => {
  const anchor = (path: string) => claims('anchor', path, `${EXAMPLE}/ferry.json`);

  it('finds every excerpt of the example', async () => {
    const { status, output } = await anchor(`${EXAMPLE}/ferry.yaml`);
    expect(status, output).toBe(0);
    expect(output).toContain('All 2 stand.');
  });

  it('says of an excerpt that it is missing, double, or edited since, with its line', async () => {
    const gone = edited('start: a bridge would pay', 'start: a tunnel under the sea might');
    const line = lineOf(gone, 'start: a tunnel');
    expect((await anchor(gone)).output).toContain(`edited.yaml:${line}: example-bridge-pays: is not in the article`);
    const changed = await anchor(edited('start: a bridge would pay', 'start: a bridge would soon pay'));
    expect(changed.output).toMatch(/example-bridge-pays: the article was edited since: “soon” is now “”/);
    expect(changed.status).toBe(1);
    const double = JSON.parse(readFileSync(`${EXAMPLE}/ferry.json`, 'utf8'));
    double.paragraphs.push(double.paragraphs[1]);
    const page = join(folder, 'double.json');
    writeFileSync(page, JSON.stringify(double));
    expect((await claims('anchor', `${EXAMPLE}/ferry.yaml`, page)).output).toContain(
      'example-bridge-pays: stands in more than one place',
    );
  });

  it('proposes the fewest words that lead to a passage and to no other', async () => {
    const passage = 'Their fear is understandable, but the price has been set at two billion crowns';
    const { output } = await claims('anchor', '--passage', passage, `${EXAMPLE}/ferry.json`);
    expect(output).toBe('excerpt:\n  start: Their fear is understandable,\n  end: at two billion crowns\n');
    // Its first four words stand twice in the article.
    const twice = 'a price that has been set is a price that will be kept';
    const longer = (await claims('anchor', '--passage', twice, `${EXAMPLE}/ferry.json`)).output;
    const start = /start: (.*)/.exec(longer)?.[1] ?? '';
    expect(start.split(' ').length).toBeGreaterThanOrEqual(4);
    expect(readFileSync(`${EXAMPLE}/ferry.json`, 'utf8').split(start)).toHaveLength(2);
  });
});

describe('npm run claims -- check', () => {
  it('finds nothing wrong with the example, nor with what ships', async () => {
    expect((await check(`${EXAMPLE}/ferry.yaml`)).output).toMatch(/Nothing wrong in 1 file\.\n$/);
    expect((await claims('check')).output).toMatch(/Nothing wrong in \d+ files\.\n$/);
  });

  const wrong: [string, string | RegExp, string, string, RegExp][] = [
    ['a date that does not exist', '2024-05-14', '2024-02-30', '2024-02-30', /article\.published should be a date/],
    ['a word that judges', 'is more', 'is false and more', 'is well supported', /“false” judges: say what speaks/],
    [
      'a long quotation',
      'The article gives no reason',
      'The article “says that this is a price that has been set and so will be kept by all” and gives no reason',
      'reason: The article “says',
      /a quotation of 17 words; 12 at most/,
    ],
    ['later events without a year', 'type: evidence', 'type: later-events', 'text: Flyvbjerg', /without their year/],
    [
      'a link to nowhere',
      '[example-price-kept]',
      '[no-such-claim]',
      'no-such-claim',
      /there is no claim "no-such-claim"/,
    ],
    [
      'a link to itself',
      '[example-bridge-pays]',
      '[example-price-kept]',
      'supports: [example-price-kept]',
      /a claim cannot be linked to itself/,
    ],
    [
      'a circle of reasons',
      'depends-on: [example-price-kept]',
      'supports: [example-price-kept]',
      'id: example-bridge-pays',
      /a circle of reasons: example-bridge-pays supports example-price-kept supports example-bridge-pays/,
    ],
  ];
  it.each(wrong)('names file and line of %s', async (_, from, to, words, reason) => {
    const path = edited(from, to);
    const { status, output } = await check(path);
    expect(status).toBe(1);
    const line = output.split('\n').find((one) => reason.test(one));
    expect(line, output).toMatch(new RegExp(`edited\\.yaml:${lineOf(path, words)}: `));
  });

  it('refuses an id that a shipped claim has, and a DOI that is none', async () => {
    const taken = edited(/example-price-kept/g, 'small-powers-bandwagon');
    expect((await claims('check', taken)).output).toMatch(
      /the id "small-powers-bandwagon" is already a claim of src.claims/,
    );
    const bibliography = join(folder, 'bibliography.yaml');
    writeFileSync(bibliography, readFileSync(BIBLIOGRAPHY, 'utf8').replace('/10.1080/', '/1080/'));
    const { output } = await claims('check', `${EXAMPLE}/ferry.yaml`, '--bibliography', bibliography);
    expect(output).toMatch(/bibliography\.yaml:14: flyvbjerg2002underestimating\.url is no DOI/);
  });
});

it('is a command, whose exit code tells a script whether anything is wrong', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'claims', ...args], { encoding: 'utf8' });
  expect(run().stdout).toContain('npm run claims -- COMMAND');
  const { status, stdout } = run('check', edited('2024-05-14', 'yesterday'), '--bibliography', BIBLIOGRAPHY);
  expect(status).toBe(1);
  expect(stdout).toContain('article.published should be a date like');
});

describe('npm run claims -- export', () => {
  const article = [`${EXAMPLE}/ferry.yaml`, '--bibliography', BIBLIOGRAPHY];

  it('writes Argdown: a statement for each claim, an argument for each side, the links as relations', async () => {
    const lines = (await claims('export', 'argdown', ...article)).output.split('\n');
    expect(lines.filter((line) => /^\[example-[a-z-]+\]: /.test(line))).toHaveLength(2);
    expect(
      lines.filter((line) => /^ {2}- <example-bridge-pays con 1: Forecasts of use run high>: /.test(line)),
    ).toHaveLength(1);
    expect(lines).toContain('  + [example-price-kept]');
    expect(lines).toContain('  +> [example-bridge-pays]');
    // No mark of Argdown stands unescaped in a statement.
    const [statement = ''] = lines.filter((line) => line.startsWith('[example-bridge-pays]'));
    expect(statement.replace(/^\[[^\]]+\]: | #\([a-z-]+\)/g, '')).not.toMatch(/(?<!\\)[[\]<>{}#@*_:]/);
  });

  it('writes a schema.org ClaimReview for each claim, with verdict, reason and works', async () => {
    const { '@graph': reviews } = JSON.parse((await claims('export', 'claimreview', ...article)).output);
    expect(reviews.map((review: { '@type': string }) => review['@type'])).toEqual(['ClaimReview', 'ClaimReview']);
    expect(reviews[0].reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Contested' });
    expect(reviews[0].itemReviewed.isBasedOn).toEqual([{ '@id': reviews[1].itemReviewed['@id'] }]);
    expect(reviews[0].citation.map(({ datePublished }: { datePublished: string }) => datePublished)).toEqual([
      '2003',
      '1989',
    ]);
  });
});

it('the schemas that editors read are those of today: npm run claims -- schema', async () => {
  for (const [name, text] of Object.entries(jsonSchemas())) {
    expect(JSON.parse(readFileSync(`src/claims/${name}`, 'utf8')), name).toEqual(JSON.parse(text));
  }
});
