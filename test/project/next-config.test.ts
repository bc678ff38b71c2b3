import { describe, expect, test } from 'vitest';
import { findNextConfig } from '../../src/project/next-config.js';
import { folderWith } from './folders.js';

function read(text: string, name = 'next.config.ts') {
  const { root } = folderWith({ [name]: text });
  return findNextConfig(root, root);
}

describe('cacheComponents', () => {
  test.each([
    ['export default { cacheComponents: true }', true],
    ['const c = { cacheComponents: true };\nexport default c;', true],
    ['const c: NextConfig = { cacheComponents: true };\nexport { c as default };', true],
    ['export default { cacheComponents: true } satisfies NextConfig', true],
    ['export default ({ "cacheComponents": true }) as NextConfig', true],
    ['export default () => ({ cacheComponents: true })', true],
    ['export default async function config(phase) { return { cacheComponents: true }; }', true],
    [
      'const c = { cacheComponents: true };\nexport default withSentryConfig(withMDX({ x: 1 })(c), { org: "o" });',
      true,
    ],
    ['module.exports = { cacheComponents: true };', true],
    ['const c = {};\nc.cacheComponents = true;\nmodule.exports = c;', true],
    ['const on = true;\nexport default { cacheComponents: on };', true],
    ['const base = { cacheComponents: true };\nexport default { ...base, output: "export" };', true],
    ['function build() { return { cacheComponents: true } }\nexport default build();', true],
    ['export default [a, b].reduce((c, wrap) => wrap(c), { cacheComponents: true });', true],
    ['export default { experimental: { cacheComponents: true } }', true],
    ['export default { experimental: { dynamicIO: true } }', true],
    ['const experimental = { dynamicIO: true };\nexport default { experimental };', true],
    ['export = { cacheComponents: true };', true],
    ['export default { experimental: { useCache: true } }', false],
    ['export default { cacheComponents: false }', false],
    ['export default {}', false],
    ['const other = { cacheComponents: true };\nexport default {};', false],
    ['const base = { cacheComponents: true };\nexport default { ...base, cacheComponents: false };', false],
    [
      'export default { webpack(config) { config.cacheComponents = true; return { cacheComponents: true } } }',
      false,
    ],
    ['export default { cacheComponents: process.env.CC === "1" }', 'unknown'],
    ['export default { cacheComponents: flag }', 'unknown'],
    ['export default { experimental: { dynamicIO: !!x } }', 'unknown'],
    ['export default cond ? { cacheComponents: true } : {}', 'unknown'],
    ['export default { ...(cond && { cacheComponents: true }) }', 'unknown'],
    ['export default (p) => { if (p) return { cacheComponents: true }; return {}; }', 'unknown'],
    ['const c = {};\nif (process.env.CC) c.cacheComponents = true;\nexport default c;', 'unknown'],
    [
      'export default (p) => { if (p) return { cacheComponents: true, a: 1 }; return { cacheComponents: true }; }',
      true,
    ],
  ])('%s', (text, expected) => {
    expect(read(text).facts.cacheComponents).toBe(expected);
  });
});

test.each([
  ["export default { output: 'export' }", 'export'],
  ['export default { output: `standalone` as const }', 'standalone'],
  ['export default { output: undefined }', 'default'],
  ["export default { output: process.env.X ? 'export' : undefined }", 'unknown'],
  ["export default { webpack: (c) => { c.output = { path: 'x' }; return c; } }", 'default'],
  ["const c = { webpack: (w) => ({ ...w, output: 'export' }) };\nexport default c", 'default'],
])('output of %s', (text, expected) => {
  expect(read(text).facts.output).toBe(expected);
});

test('pageExtensions are read with or without a dot, else the default with a warning', () => {
  expect(
    read("const ext = ['page.tsx', '.api.ts'];\nexport default { pageExtensions: ext }").facts.pageExtensions,
  ).toEqual(['page.tsx', 'api.ts']);
  const computed = read("export default { pageExtensions: ['tsx'].flatMap((e) => [e]) }");
  expect(computed.facts.pageExtensions).toEqual(['tsx', 'ts', 'jsx', 'js']);
  expect(computed.warnings.join()).toContain('pageExtensions is computed');
});

test('what cannot be followed leaves the default, and the evidence names it', () => {
  const { facts, evidence, warnings } = read(
    "import base from './base.js';\nexport default {\n  ...base,\n  reactStrictMode: true,\n};",
  );
  expect(facts).toMatchObject({ cacheComponents: false, output: 'default' });
  expect(evidence[0]?.because).toBe('next.config.ts; not followed: base (line 3)');
  expect(warnings).toEqual([]);
  expect(read("module.exports = require('@acme/next-config')('web');").evidence[0]?.because).toContain(
    'not followed',
  );
});

test('a recursive definition ends', () => {
  expect(read('let a = wrap(() => a);\nexport default a;').facts.cacheComponents).toBe(false);
});

test.each(['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.mts'])(
  '%s is read',
  (name) => {
    const { facts, warnings } = read('export default { cacheComponents: true }', name);
    expect(facts).toMatchObject({ path: name, cacheComponents: true });
    expect(warnings).toEqual([]);
  },
);

test('next.config.cjs, which Next refuses, is read with a warning', () => {
  const { facts, warnings } = read('module.exports = { cacheComponents: true }', 'next.config.cjs');
  expect(facts.cacheComponents).toBe(true);
  expect(warnings.join()).toContain('rename it');
});

test('next.config.js is preferred to next.config.ts, as Next does', () => {
  const { root } = folderWith({ 'next.config.ts': '', 'next.config.js': 'module.exports = {}' });
  expect(findNextConfig(root, root).facts.path).toBe('next.config.js');
});

test('no file means defaults; a file further up, within the workspace, is the one Next finds', () => {
  const { root } = folderWith({
    'next.config.mjs': "export default { output: 'export' }",
    'apps/web/a.ts': '',
  });
  expect(findNextConfig(`${root}/apps/web`, `${root}/apps/web`).facts).toEqual({
    path: undefined,
    cacheComponents: false,
    output: 'default',
    pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
  });
  expect(findNextConfig(`${root}/apps/web`, root).facts).toMatchObject({
    path: '../../next.config.mjs',
    output: 'export',
  });
});

test('a config with a syntax error leaves everything unknown, with its line', () => {
  const { facts, warnings } = read('export default {\n  output: ,\n}');
  expect(facts).toMatchObject({ cacheComponents: 'unknown', output: 'unknown' });
  expect(warnings.join()).toContain('next.config.ts:2:');
});
