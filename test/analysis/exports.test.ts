import { describe, expect, test } from 'vitest';
import { type ModuleExport, moduleExports } from '../../src/analysis/exports.js';
import { programOf } from '../../src/analysis/program.js';
import { parseSource } from '../../src/source/parse.js';

/** Each export as `name: text of its value`, or as what is taken from where. */
function exportsOf(text: string, path = 'a.ts'): string[] {
  const result = parseSource(path, text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  return moduleExports(programOf(result.file)).map((one) => shown(one, text));
}

function shown(one: ModuleExport, text: string): string {
  switch (one.kind) {
    case 'value':
      return `${one.name}: ${text.slice(one.value.node.start ?? 0, one.value.node.end ?? 0)}`;
    case 'from':
      return `${one.name}: ${one.imported} of ${one.source}`;
    case 'all':
      return `all of ${one.source}`;
  }
}

describe('the exports of a module', () => {
  test.each<[string, string[]]>([
    ['export const a = 1, b = 2;', ['a: 1', 'b: 2']],
    ['export let a;', []],
    ['export const { a } = b;', []],
    ['export function a() {}', ['a: function a() {}']],
    ['export class A {}', ['A: class A {}']],
    ['export default a;', ['default: a']],
    ['export default function () {}', ['default: function () {}']],
    ['export = a;', ['default: a']],
    ['let a, b, d; export { a, b as c, d as default };', ['a: a', 'c: b', 'default: d']],
    ["let a; export { a as 'b c' };", ['b c: a']],
    ["export { a, b as c } from './d';", ['a: a of ./d', 'c: b of ./d']],
    ["export * from './a';", ['all of ./a']],
    ["export * as a from './b';", ['a: * of ./b']],
    ["export type { A } from './a'; export { type B } from './b';", []],
    ["export type * from './a'; export type A = 1; export interface B {}", []],
    ['type A = 1; type B = 2; export type { A }; export { type B };', []],
    ['const a = 1; a();', []],
  ])('%s', (text, exports) => {
    expect(exportsOf(text)).toEqual(exports);
  });
});

describe('the exports of a CommonJS module', () => {
  test.each<[string, string[]]>([
    ['module.exports = a;', ['default: a']],
    ['module.exports = { a, b: c, d() {}, ...e, [f]: 1 };', ['a: a', 'b: c', 'd: d() {}']],
    ['module.exports = ({ a });', ['a: a']],
    ["module.exports = { 'b': c };", ['b: c']],
    ['exports.a = b;', ['a: b']],
    ["exports['a'] = b;", ['a: b']],
    ['module.exports.a = b;', ['a: b']],
    ['exports[a] = b;', []],
    ['exports.a += b;', []],
    ['exports = a;', []],
    ['module = a;', []],
    ['module.a = b;', []],
    ['module.a.b = c;', []],
    ['a.exports = b;', []],
    ['a.exports.b = c;', []],
    ['a.b = c;', []],
    ['exports.a.b = c;', []],
    ['exports.a;', []],
    ['if (a) exports.b = c;', []],
  ])('%s', (text, exports) => {
    expect(exportsOf(text, 'a.js')).toEqual(exports);
  });
});
