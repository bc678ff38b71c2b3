import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import type * as t from '@babel/types';
import { traverseFast } from '@babel/types';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { COMMENT, TRIVIA } from '../../src/source/trivia.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PARTS: Readonly<Record<string, string>> = { COMMENT, TRIVIA };

/** The regular expressions that stand in our code, and those that it makes of `TRIVIA` and `COMMENT`. */
function patterns(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const folder of ['src', 'transforms', 'runtime']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || name.includes('.test.')) continue;
      const text = readFileSync(join(ROOT, folder, name), 'utf8');
      traverseFast(parse(text, { sourceType: 'module', plugins: ['typescript', 'jsx'] }), (node) => {
        const pattern = patternOf(node);
        if (pattern === undefined) return;
        const where = `${folder}/${name}:${node.loc?.start.line}`;
        found.set(pattern, [...(found.get(pattern) ?? []), where]);
      });
    }
  }
  return found;
}

function patternOf(node: t.Node): string | undefined {
  if (node.type === 'RegExpLiteral') return `/${node.pattern}/${node.flags}`;
  if (node.type !== 'TemplateLiteral' || node.expressions.length === 0) return undefined;
  const parts = node.expressions.map((part) => (part.type === 'Identifier' ? PARTS[part.name] : undefined));
  if (parts.some((part) => part === undefined)) return undefined;
  const source = node.quasis.map(({ value }, index) => value.raw + (parts[index] ?? '')).join('');
  return `/${source}/`;
}

test('no pattern takes exponential time', { timeout: 300_000 }, async () => {
  const all = patterns();
  expect(all.size).toBeGreaterThan(300);
  expect([...all.keys()].filter((pattern) => pattern.includes(TRIVIA)).length).toBeGreaterThan(5);
  const slow: string[] = [];
  for (const [pattern, where] of all) {
    const end = pattern.lastIndexOf('/');
    const result = await check(pattern.slice(1, end), pattern.slice(end + 1), { timeout: 20_000 });
    if (result.status === 'safe') continue;
    const kind = result.status === 'unknown' ? result.status : result.complexity.type;
    if (kind !== 'polynomial') slow.push(`${where.join(', ')}: ${pattern} is ${kind}`);
  }
  expect(slow).toEqual([]);
});
