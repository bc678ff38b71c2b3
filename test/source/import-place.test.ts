import { expect, test } from 'vitest';
import { byNameIn, bySourceIn, type ImportOrder } from '../../src/source/import-order.js';
import { type ListedImport, placeFor } from '../../src/source/import-place.js';
import { isProjectSpecifier } from '../../src/source/specifiers.js';

/** The specifiers in order once `specifier` has its place; `+a` is there for its side effects, `?a` is a `require`. */
function placed(specifier: string, listed: string, order?: ImportOrder): string {
  const imports = listed
    .split(' ')
    .filter((one) => one !== '')
    .map((one): ListedImport => {
      const kind = one.startsWith('?') ? 'require' : 'import';
      return { kind, source: one.replace(/^[+?]/, ''), bindsNames: !one.startsWith('+') };
    });
  const isProjectFile = (one: string): boolean => isProjectSpecifier(one) || one.startsWith('@app/');
  const { kind, at } = placeFor(specifier, imports, isProjectFile, order);
  const sources = imports.map(({ source }) => source);
  const index = at ? imports.indexOf(at) + (kind === 'below' ? 1 : 0) : 0;
  return [...sources.slice(0, index), '*', ...sources.slice(index)].join(' ');
}

test.each([
  ['', '*'],
  ['zod ./b', 'zod * ./b'],
  ['zod react @/b @/a ./b', 'zod react * @/b @/a ./b'],
  ['zod @app/b', 'zod * @app/b'],
  ['./b ./a', '* ./b ./a'],
  ['@/b ./a', '* @/b ./a'],
  ['./a zod', './a zod *'],
  ['zod ./a react ./b', 'zod * ./a react ./b'],
  ['zod next react ./a', 'zod next react * ./a'],
  ['next react zod ./a', 'next react * zod ./a'],
  ['next zod zustand ./a', 'next * zod zustand ./a'],
  ['vite zod zustand ./a', '* vite zod zustand ./a'],
  ['+./first ./a', './first * ./a'],
  ['+./first zod ./a', './first zod * ./a'],
  ['+./first', './first *'],
  ['zod +swiper/css', 'zod * swiper/css'],
  ['zod ./a ?b', 'zod * ./a b'],
  ['?zod ?./a', 'zod * ./a'],
])('a package among %j', (listed, expected) => {
  expect(placed('signal-next', listed)).toBe(expected);
});

test.each([
  ['zod next ./a', 'zod next * ./a'],
  ['next zod react ./a', 'next * zod react ./a'],
])('a module of Next.js among %j', (listed, expected) => {
  expect(placed('next/headers', listed)).toBe(expected);
});

test.each([
  ['zod @/z @/b ./a', 'zod @/z @/b * ./a'],
  ['zod @/a @/b @/z ./a', 'zod @/a @/b * @/z ./a'],
  ['zod @app/b ./a', 'zod @app/b * ./a'],
  ['zod ./a @/b', 'zod ./a @/b *'],
  ['zod @/b ./a @/c', 'zod @/b * ./a @/c'],
  ['zod ./a', 'zod * ./a'],
  ['zod react', 'zod react *'],
  ['zod +./a.css', 'zod * ./a.css'],
  ['zod @/b +@/a.css', 'zod @/b * @/a.css'],
])('an alias among %j', (listed, expected) => {
  expect(placed('@/lib/signal', listed)).toBe(expected);
});

test.each([
  ['zod @/a', 'zod @/a *'],
  ['zod ./b ../a', 'zod ./b ../a *'],
  ['zod ./b next', 'zod ./b * next'],
])('a relative path among %j', (listed, expected) => {
  expect(placed('./lib/signal', listed)).toBe(expected);
});

test.each([
  ['next/server @/lib/auth @/utils/track', 'next/server @/lib/auth * @/utils/track'],
  ['@/lib/track', '* @/lib/track'],
  ['zod ./b', 'zod * ./b'],
  ['zod ~/a ../b', 'zod * ~/a ../b'],
  ['zod #lib/a ../b', 'zod #lib/a * ../b'],
  ['node:fs @scope/db @/lib/Zed', 'node:fs @scope/db * @/lib/Zed'],
  ['+./first zod @/a +./side.css ./b', './first zod @/a * ./side.css ./b'],
  ['@/lib/signal @/utils/a', '@/lib/signal * @/utils/a'],
])('what Biome sorts, among %j', (listed, expected) => {
  expect(placed('@/lib/signal', listed, 'biome-2')).toBe(expected);
});

test.each([
  ['node:fs zod', 'node:fs * zod'],
  ['@/lib/auth next/server zod ./b', '@/lib/auth * next/server zod ./b'],
  ['next/server zod @/lib/auth ./b', 'next/server zod @/lib/auth * ./b'],
])('what Biome 1 sorts, for which an alias begins a package, among %j', (listed, expected) => {
  expect(placed('@/lib/signal', listed, 'biome-1')).toBe(expected);
});

test('names are in the order that Biome sorts them in', () => {
  const names = ['zed', 'a10', 'signal', 'SessionInfo', 'Zed', 'a2', 'getSessionInfo', 'A2'];
  expect(names.toSorted(byNameIn('biome-2'))).toEqual([
    'A2',
    'a2',
    'a10',
    'getSessionInfo',
    'SessionInfo',
    'signal',
    'Zed',
    'zed',
  ]);
  expect(names.toSorted(byNameIn('biome-1'))).toEqual([
    'A2',
    'SessionInfo',
    'Zed',
    'a2',
    'a10',
    'getSessionInfo',
    'signal',
    'zed',
  ]);
  const sources = ['@/b10', '@/b9', '@/b-c', '@/b/c', '@/b', '@/B/c', '.', '../u', '../../u', '../U2'];
  expect(sources.toSorted(bySourceIn('biome-2'))).toEqual([
    '@/B/c',
    '@/b',
    '@/b/c',
    '@/b-c',
    '@/b9',
    '@/b10',
    '../../u',
    '../U2',
    '../u',
    '.',
  ]);
});
