import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveBareBrowser, startBareBrowser } from '../support/bare-browser';
import { BROWSERS, eventually } from '../support/session';

describe.each(BROWSERS)('npm run claims -- show: %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'claims-'));
  const file = join(folder, 'ferry.yaml');
  let command: ChildProcess;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    copyFileSync('docs/example/ferry.yaml', file);
    const args = ['--import', 'tsx', 'scripts/claims.ts', 'show', file, '--no-open', '--bibliography'];
    command = spawn(process.execPath, [...args, 'docs/example/bibliography.yaml']);
    let said = '';
    command.stdout?.on('data', (chunk) => (said += chunk));
    await eventually(
      async () => said,
      (words) => /http:\S+/.test(words),
      60_000,
    );
    browser = await startBareBrowser(kind);
    page = await browser.newPage();
    await page.goto(/http:\S+/.exec(said)?.[0] ?? '');
  });
  afterAll(async () => {
    await leaveBareBrowser(kind, browser);
    command?.kill();
    rmSync(folder, { recursive: true });
  });

  const words = () =>
    page.evaluate(() => document.querySelector('body > div')?.shadowRoot?.textContent ?? '').catch(() => '');

  it('shows the finished cards, and follows the file, right or wrong', { timeout: 200_000 }, async () => {
    const shown = await eventually(words, (text) => text.includes('Nine of ten cost more'), 60_000);
    expect(shown).toContain('Contested');
    expect(shown).toContain('Megaprojects and Risk');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('Nine of ten cost more', 'Most cost more'));
    await eventually(words, (now) => now.includes('Most cost more'), 60_000);
    writeFileSync(file, text.replace('verdict: contested', 'verdict: sure'));
    const line = text.slice(0, text.indexOf('verdict: contested')).split('\n').length;
    await eventually(
      words,
      (now) => now.includes(`ferry.yaml:${line}: claims.0.assessment.verdict should be one of`),
      60_000,
    );
  });
});
