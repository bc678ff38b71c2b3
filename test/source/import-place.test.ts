import { expect, test } from 'vitest';
import { type ListedImport, placeFor } from '../../src/source/import-place.js';
import { isProjectSpecifier } from '../../src/source/specifiers.js';

/** The specifiers in order once `specifier` has its place; `+a` is there for its side effects, `?a` is a `require`. */
function placed(specifier: string, listed: string): string {
  const imports = listed
    .split(' ')
    .filter((one) => one !== '')
    .map((one): ListedImport => {
      const kind = one.startsWith('?') ? 'require' : 'import';
      return { kind, source: one.replace(/^[+?]/, ''), bindsNames: !one.startsWith('+') };
    });
  const isProjectFile = (one: string): boolean => isProjectSpecifier(one) || one.startsWith('@app/');
  const { kind, at } = placeFor(specifier, imports, isProjectFile);
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
