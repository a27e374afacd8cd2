import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflated, inflated } from '../../../src/sync/deflate';
import { keyFileOf, newSecret, recoveryCodeOf, sealerOf, secretIn, secretOfCode } from '../../../src/sync/secret';

const bytes = (text: string) => new TextEncoder().encode(text);
const words = (found: Uint8Array | null) => found && new TextDecoder().decode(found);

describe('a folder’s secret', () => {
  it('comes out of its key file by the passphrase alone, however its letters were typed', async () => {
    const secret = newSecret();
    const file = await keyFileOf(secret, 'Đường dài café');
    expect(await secretIn(file, 'Đường dài café'.normalize('NFD'))).toEqual(secret);
    expect(await secretIn(file, 'Đường dài cafe')).toBeNull();
    expect(words(file)).not.toContain('café');
    expect(JSON.parse(words(file) ?? '')).toMatchObject({ rounds: 600_000 });
  });

  it('a key file that was cut off, or is something else, is told from a wrong passphrase', async () => {
    const file = await keyFileOf(newSecret(), 'one');
    for (const broken of [file.slice(0, 40), bytes('<html>Log in</html>'), bytes('null'), bytes('{}'), bytes('')]) {
      await expect(secretIn(broken, 'one')).rejects.toThrow();
    }
    const costly = bytes(words(file)?.replace('600000', '99999999999') ?? '');
    await expect(secretIn(costly, 'one')).rejects.toThrow('no key file');
  });

  it('comes back from its recovery code, and a slip of the pen is seen', async () => {
    const secret = newSecret();
    const code = await recoveryCodeOf(secret);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await secretOfCode(code.toLowerCase().replaceAll('-', ' '))).toEqual(secret);
    expect(await secretOfCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(secret);
    const slips = await Promise.all(
      Array.from(code, (letter, i) =>
        letter === '-' ? null : secretOfCode(`${code.slice(0, i)}${letter === '7' ? '8' : '7'}${code.slice(i + 1)}`),
      ),
    );
    // 12 bits check: of 28 slips hardly one passes.
    expect(slips.filter((one) => one !== null).length).toBeLessThanOrEqual(1);
    for (const none of ['', 'abc', code.slice(1), `${code}A`]) expect(await secretOfCode(none)).toBeNull();
  });
});

describe('a sealed file', () => {
  it('opens under its own name only, whole only, with the same secret only', async () => {
    const secret = newSecret();
    const sealer = await sealerOf(secret);
    const { name, file } = await sealer.seal(bytes('a note of mine'));
    expect(words(await (await sealerOf(secret)).open(name, file))).toBe('a note of mine');
    expect(await (await sealerOf(newSecret())).open(name, file)).toBeNull();
    expect(await sealer.open(name, file.slice(0, -1))).toBeNull();
    expect(await sealer.open(name, bytes('<html>Log in</html>'))).toBeNull();
    const other = await sealer.seal(bytes('a note of mine'));
    expect(await sealer.open(other.name, file)).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = file.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(await sealer.open(name, changed)).toBeNull();
      }),
    );
  });

  it('tells nothing by its name or its bytes', async () => {
    const sealer = await sealerOf(newSecret());
    const names = await Promise.all([0, 1].map(() => sealer.seal(bytes('2022/11/one'))));
    expect(names[0]?.name).toMatch(/^[0-9a-f]{40}$/);
    expect(names[0]?.name).not.toBe(names[1]?.name);
    for (const { file } of names) expect(words(file)).not.toContain('2022');
  });
});

describe('deflated bytes', () => {
  it('come back as they were, and a small file that claims to be huge is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (given) => {
        const content = Uint8Array.from(given);
        expect(await inflated(await deflated(content), 2000)).toEqual(content);
      }),
    );
    const bomb = await deflated(new Uint8Array(10_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    await expect(inflated(bomb, 1_000_000)).rejects.toThrow('More than');
    await expect(inflated(bytes('no such thing'), 1000)).rejects.toThrow();
  });
});
