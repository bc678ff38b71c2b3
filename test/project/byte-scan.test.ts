import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { randomFrom } from '../../bench/load/sink.mjs';
import { assembled } from '../../scripts/wasm.mjs';
import { createByteScanner } from '../../src/project/byte-scan.js';

const NEEDLES = ['capture', 'dentify', 'setPersonPropert', 'alias', 'group', 'ignal', 'IGNAL', 'use server'];

afterEach(() => {
  vi.unstubAllGlobals();
});

function found(text: string, needles = NEEDLES): string[] {
  const { buffer, scan } = createByteScanner(
    needles.map((needle) => [needle]),
    4096,
  );
  const bits = scan(buffer.write(text));
  return needles.filter((_, index) => (bits & (1 << index)) !== 0);
}

test.each(['vector instructions', 'none'])('with %s', (how) => {
  if (how === 'none') vi.stubGlobal('WebAssembly', { validate: () => false });
  expect(found('')).toEqual([]);
  expect(found('captur')).toEqual([]);
  expect(found('signal.capture()')).toEqual(['capture', 'ignal']);
  expect(found('x-SIGNAL-ids'.repeat(30))).toEqual(['IGNAL']);
  for (let before = 0; before < 40; before += 1) {
    for (const needle of NEEDLES) {
      expect(found(`${'g'.repeat(before)}${needle}`)).toContain(needle);
      expect(found(`${'é'.repeat(before)}${needle.slice(0, -1)}`)).not.toContain(needle);
    }
  }
});

test('it finds what a plain search finds, in random text of the letters of the needles', () => {
  const random = randomFrom(7);
  const letters = [...'captureidnyslgo IGNAL'];
  const needles = ['cap', 'apt', 'aptu', 'ide', 'IGN', 'lia'];
  for (let round = 0; round < 2000; round += 1) {
    const length = Math.floor(random() * 120);
    const text = Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
    expect(found(text, needles)).toEqual(needles.filter((needle) => text.includes(needle)));
  }
});

test('a group is found by any of its needles', () => {
  const { buffer, scan } = createByteScanner(
    [
      ['one', 'three'],
      ['two', 'four'],
    ],
    100,
  );
  expect(scan(buffer.write('one'))).toBe(1);
  expect(scan(buffer.write('twofour'))).toBe(2);
  expect(scan(buffer.write('thre three twenty two'))).toBe(3);
  expect(scan(buffer.write('thre twenty'))).toBe(0);
});

test('what an earlier, longer text left in the buffer is not found', () => {
  const { buffer, scan } = createByteScanner([['capture']], 100);
  expect(scan(buffer.write('xxxxxxxx capture'))).toBe(1);
  expect(scan(buffer.write('xxxxxxxx cap'))).toBe(0);
});

test('byte-scan.wasm.ts is what byte-scan.wat says', async () => {
  const file = new URL('../../src/project/byte-scan.wasm.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await assembled());
});
