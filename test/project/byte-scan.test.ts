import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { randomFrom } from '../../bench/load/sink.mjs';
import { assembled } from '../../scripts/wasm.mjs';
import { createByteScanner } from '../../src/project/byte-scan.js';
import { FOLDER, hashOfName } from '../../src/project/module-names.js';
import { specifiersIn } from '../../src/source/specifiers.js';

const NEEDLES = ['capture', 'dentify', 'setPersonPropert', 'alias', 'group', 'IGNAL', 'use server'];

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
  expect(found('signal.capture()')).toEqual(['capture']);
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

test('the names of what may be imported are collected, in whatever way it is written', () => {
  const { buffer, scan, hashes, count } = createByteScanner([['capture']], 4096);
  const namesIn = (text: string): number[] => {
    scan(buffer.write(text));
    return [...hashes.subarray(0, count())];
  };
  const of = (name: string): number => hashOfName(name);
  expect(namesIn("import { a } from './lib/actions';")).toEqual([of('actions')]);
  expect(namesIn('import a from"@/lib/a.server.js"')).toEqual([of('a')]);
  expect(namesIn("export * from\n  // as it is\n  /* a * b */ '../é/über.ts'")).toEqual([of('über')]);
  expect(namesIn("await import( /* webpackChunkName: 'x' */ '#db')")).toEqual([of('#db')]);
  expect(namesIn('require(\'./[...slug]/page.tsx\'), require("./(a)/$b")')).toEqual([of('page'), of('$b')]);
  expect(namesIn("import '..'; import './'; import 'lib/'; import './.env'")).toEqual([
    FOLDER,
    FOLDER,
    FOLDER,
    FOLDER,
  ]);
  expect(namesIn("import 'react'; from = 'here'; 'from there'; import(path); from 'open\n'")).toEqual([
    of('react'),
  ]);
  expect(namesIn("from 'cut")).toEqual([]);
  expect(namesIn('')).toEqual([]);
  expect(namesIn("import 'a';".repeat(300))).toHaveLength(300);
});

test('what the scanner collects is what a look at the text finds', () => {
  const random = randomFrom(11);
  const parts = [
    'from ',
    'import ',
    'import(',
    'require(',
    "'",
    '"',
    './',
    'a',
    'b.c',
    '/',
    '..',
    '\n',
    ' ',
    '//x\n',
    '/* y */',
    ')',
    ';',
  ];
  const { buffer, scan, hashes, count } = createByteScanner([['capture']], 4096);
  for (let round = 0; round < 3000; round += 1) {
    const length = Math.floor(random() * 30);
    const text = Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join('');
    scan(buffer.write(text));
    const found = new Set(hashes.subarray(0, count()));
    for (const specifier of specifiersIn(text)) {
      const name = /[^/]*$/.exec(specifier)?.[0].replace(/\..*$/, '') ?? '';
      expect(found, JSON.stringify(text)).toContain(name === '' ? FOLDER : hashOfName(name));
    }
  }
});

test('byte-scan.wasm.ts is what byte-scan.wat says', async () => {
  const file = new URL('../../src/project/byte-scan.wasm.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await assembled());
});
