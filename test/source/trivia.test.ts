import { describe, expect, test } from 'vitest';
import { isRelative, specifiersIn } from '../../src/source/specifiers.js';
import { goesOn, skipTrivia, trailingCommentEnd, visibleEnd } from '../../src/source/trivia.js';

describe('what stands between code', () => {
  test.each([
    ['a', 0],
    ['  a', 2],
    [`${' '.repeat(1000)}a`, 1000],
    ['// b\na', 5],
    ['// b\r\na', 6],
    ['/* b */a', 7],
    ['/**/a', 4],
    ['/*/ b */a', 8],
    [' // b\n /* c\n */ \t a', 18],
    ['/ a', 0],
    ['// b', 4],
    ['', 0],
  ])('%j ends at %d', (text, end) => {
    expect(skipTrivia(text, 0)).toBe(end);
  });

  test('is looked for from an offset on', () => {
    expect(skipTrivia('/* a */ b /* c */ d', 9)).toBe(18);
  });
});

describe('a comment that ends its line', () => {
  test.each([
    ['a; // b', 7],
    ['a; // b\nc', 7],
    ['a;  // b', 8],
    ['a; // b\r\nc', 7],
    ['a;\t/* b */  \nc', 12],
    ['a; /**/', 7],
    ['a; /* b */ c', 2],
    ['a; /* b */ c /* d */', 2],
    ['a; c // b', 2],
    ['a;\n// b', 2],
    ['a; /* b\n */', 2],
    ['a;', 2],
    ['a; / b', 2],
  ])('%j is taken along to %d', (text, end) => {
    expect(trailingCommentEnd(text, 2)).toBe(end);
  });
});

describe('where a statement ends to the eye', () => {
  test.each([
    ['x; a()\n;', 6],
    ['x; a()  \n\n  ;', 6],
    ['x; a()\r\n  ;', 6],
    ['x; a();', 7],
    ['x; a() ;', 8],
    ['x; a\n;b', 7],
    ['x; a()', 6],
  ])('%j ends at %d', (text, end) => {
    expect(visibleEnd(text, { start: 3, end: text.length })).toBe(end);
  });

  test('a break before the statement is not its own', () => {
    expect(visibleEnd('x\n;', { start: 2, end: 3 })).toBe(3);
    expect(visibleEnd('', { start: undefined, end: undefined })).toBe(0);
  });
});

describe('the modules that a text may name', () => {
  test.each([
    ["import a from './a';", ['./a']],
    ['import "./a";', ['./a']],
    ["export * from './a'", ['./a']],
    ["const a = require('./a')", ['./a']],
    ["import('./a')", ['./a']],
    ['import(/* webpackChunkName: "b" */ \'./a\')', ['./a']],
    ["import(\n  // why\n  './a'\n)", ['./a']],
    ["import a from /* b */ './a';", ['./a']],
    ["import './a'; import './b'", ['./a', './b']],
    ["important './a'", []],
    [`from './a"`, []],
  ])('%s', (text, specifiers) => {
    expect(specifiersIn(text)).toEqual(specifiers);
  });
});

test.each([
  ['./a', true],
  ['../a', true],
  ['.', true],
  ['..', true],
  ['.../a', false],
  ['.a', false],
  ['..a/b', false],
  ['a/./b', false],
  ['@/a', false],
])('whether %s begins at the file itself: %s', (specifier, expected) => {
  expect(isRelative(specifier)).toBe(expected);
});

test.each([
  ['a\n(b)', true],
  ['a // b\n[c]', true],
  ['a /* b */\n`c`', true],
  ['a\n/b/.test(c)', true],
  ['a\n-b', true],
  ['a\n+b', true],
  ['a\n// (b)\nc', false],
  ['a\n/* [b] */', false],
  ['a\n;(b)', false],
  ['a\nb()', false],
  ['a', false],
])('whether the code goes on behind the first letter of %j: %s', (text, expected) => {
  expect(goesOn(text, 1)).toBe(expected);
});
