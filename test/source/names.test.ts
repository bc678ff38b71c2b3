import { describe, expect, test } from 'vitest';
import { freeName, namesIn, namesUsedIn, wholeName } from '../../src/source/names.js';
import { parseSource } from '../../src/source/parse.js';

function namesOf(text: string): string[] {
  const result = parseSource('a.tsx', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  const names = namesIn(result.file);
  expect(namesUsedIn(result.file.ast)).toBe(names);
  return [...names].sort();
}

describe('the names in a file', () => {
  test.each<[string, string[]]>([
    ['a.b; a?.b; a[b];', ['a', 'b']],
    ['a.b; a?.c;', ['a']],
    ['a?.[b];', ['a', 'b']],
    ['x = { a: b, c, [d]: e };', ['b', 'c', 'd', 'e', 'x']],
    ['x = { a() {}, [b]() {} };', ['b', 'x']],
    ['class A { b = 1; c() {} [d] = 1; [e]() {} }', ['A', 'd', 'e']],
    ['interface A { b: C; d(): E; [f]: G }', ['A', 'C', 'E', 'G', 'f']],
    ['type A = B;', ['A', 'B']],
    ['function f(a: B) { let c; }', ['B', 'a', 'c', 'f']],
    ['<A b={c} />;', ['A', 'b', 'c']],
  ])('%j', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});

test('a name is free when nobody has it, and gets a number when all are taken', () => {
  expect(freeName(['a', 'b'], new Set(['a']))).toBe('b');
  expect(freeName(['a', 'b'], new Set(['a', 'b']))).toBe('b2');
  expect(freeName(['a', 'b'], new Set(['a', 'b', 'b2', 'b3']))).toBe('b4');
});

test('a whole name is no part of a longer one', () => {
  for (const text of ['a', 'x.a()', '(a)', '{a:1}']) expect(wholeName('a').test(text)).toBe(true);
  for (const text of ['ab', 'ba', 'a$', '$a', '_a', 'a1']) expect(wholeName('a').test(text)).toBe(false);
  expect(wholeName('$a$').test('x $a$ y')).toBe(true);
});
