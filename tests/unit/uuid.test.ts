import { expect, it } from 'vitest';
import { uuidv7 } from '../../src/core/uuid';

it('is a version 7 UUID that carries its time and sorts by it', () => {
  const id = uuidv7(1_700_000_000_123);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_123);
  expect(uuidv7(1_700_000_000_124) > id).toBe(true);
});

it('never comes twice', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(0))).size).toBe(10_000);
});
