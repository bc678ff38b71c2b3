import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodePath, Scope } from '@babel/traverse';
import babelTypes, { type File, type Node } from '@babel/types';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { babelForReading } from '../../scripts/babel-for-reading.mjs';
import { parseWithBabel } from '../../src/source/parse.js';
import { traverse } from '../../src/source/traverse.js';
import { repository, SOURCE_FOLDERS, sourcesIn } from '../support/own-sources.js';

/** `@babel/traverse` as it ships. */
let shipped: typeof traverse;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "module.exports = require('@babel/traverse').default;",
      resolveDir: repository,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    mainFields: ['main'],
    plugins: [babelForReading],
  });
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '');
  run(module, module.exports, createRequire(import.meta.url));
  shipped = module.exports as typeof traverse;
});

const placeOf = ({ type, start }: Node): string => `${type}@${start}`;
const placesOf = (paths: readonly NodePath[]): string[] => paths.map(({ node }) => placeOf(node));

function scopeOf(scope: Scope): unknown {
  return {
    bindings: Object.entries(scope.bindings).map(([name, binding]) => ({
      name,
      kind: binding.kind,
      at: placeOf(binding.identifier),
      path: placeOf(binding.path.node),
      scope: placeOf(binding.scope.block),
      references: placesOf(binding.referencePaths),
      violations: placesOf(binding.constantViolations),
      isConstant: binding.constant,
    })),
    parent: scope.parent && placeOf(scope.parent.block),
    globals: Object.keys((scope as unknown as { readonly globals: object }).globals),
  };
}

/** What the analysis asks of a tree: its scopes, and the paths of the children of each node. */
function asked(ast: File, walk: typeof traverse): unknown[] {
  const answers: unknown[] = [];
  walk(ast, {
    enter(path) {
      answers.push(placeOf(path.node), path.listKey, path.key, path.scope && placeOf(path.scope.block));
      if (path.isScope()) answers.push(scopeOf(path.scope));
      for (const key of babelTypes.VISITOR_KEYS[path.node.type] ?? []) {
        for (const child of [path.get(key)].flat() as NodePath[]) {
          const { node, parentPath, listKey, container } = child;
          answers.push(
            node && placeOf(node),
            child.key,
            listKey,
            parentPath === path,
            Array.isArray(container),
          );
          answers.push(child.scope && placeOf(child.scope.block), path.get(key) === child);
        }
      }
      if (path.isCallExpression()) answers.push(([path.get('arguments.0')].flat() as NodePath[]).length);
    },
  });
  return answers;
}

test.each(SOURCE_FOLDERS)('tells of all of %s what @babel/traverse does', (folder) => {
  let told = 0;
  for (const path of sourcesIn(folder)) {
    const text = readFileSync(join(repository, path), 'utf8');
    const [one, other] = [parseWithBabel(path, text), parseWithBabel(path, text)];
    if (one.kind !== 'parsed' || other.kind !== 'parsed') continue;
    const expected = asked(one.file.ast, traverse);
    // Compared as text, because a difference of two such lists takes minutes to print.
    if (JSON.stringify(asked(other.file.ast, shipped)) !== JSON.stringify(expected))
      expect(asked(other.file.ast, shipped), path).toEqual(expected);
    told += expected.length;
  }
  expect(told).toBeGreaterThan(1000);
});
