import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { treeOf } from '../../bench/tree/tree.mjs';
import { analyzeProject } from '../../src/analysis/analyze-project.js';
import { SignalClients } from '../../src/analysis/clients.js';
import type { FileAnalysis } from '../../src/analysis/model.js';
import { inspectProject } from '../../src/inspect/inspect.js';
import { createModuleHost } from '../../src/project/module-host.js';
import { projectIn } from '../project/folders.js';
import { projectFixtures } from '../support/project-fixtures.js';
import { withProject } from '../support/project-folder.js';

/** What is found when the bytes decide which files are parsed, and what when every file is. */
function bothWays(root: string, options = {}) {
  const project = projectIn(root);
  const inspection = inspectProject(project, { distinctId: 'header-first', ...options });
  const { paths, context, host } = inspection;
  // Without the words that were looked for in the bytes.
  const everything = createModuleHost(project, new Map(), { paths, isEditable: host.isEditable });
  const files = [...paths, ...everything.linked()].flatMap((path) => everything.load(path) ?? []);
  const clients = new SignalClients(everything, context.sdkModules, project.clients);
  const slow = analyzeProject(files, { ...context, host: everything }, clients);
  return { fast: findingsIn(inspection.analyses), slow: findingsIn(slow.analyses) };
}

function findingsIn(analyses: readonly FileAnalysis[]): string[] {
  return analyses
    .flatMap(({ file, calls, rewrites, declarations }) => [
      ...calls.map(
        ({ method, span, verdict }) => `${file.path}:${span.start} ${method} ${JSON.stringify(verdict)}`,
      ),
      ...rewrites.map(({ fn }) => `${file.path}:${fn.node.start} is rewritten`),
      ...declarations.map(({ kind }) => `${file.path} ${kind}`),
    ])
    .sort();
}

test.each(projectFixtures().filter(({ expected }) => !expected.options?.only && !expected.options?.exclude))(
  '$name: nothing is lost',
  ({ input, expected }) => {
    const folder = withProject(input);
    try {
      const { fast, slow } = bothWays(join(folder.root, expected.app ?? '.'), expected.options);
      expect(fast).toEqual(slow);
    } finally {
      folder.remove();
    }
  },
);

test.each(['app-router', 'pages-router'])('the example %s: nothing is lost', (name) => {
  const { fast, slow } = bothWays(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)));
  expect(fast.length).toBeGreaterThan(0);
  expect(fast).toEqual(slow);
});

test('the generated app of the bench: nothing is lost', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signal-next-tree-'));
  try {
    const { fast, slow } = bothWays(treeOf(folder, 300, 'helpers'));
    expect(fast.length).toBeGreaterThan(0);
    expect(fast).toEqual(slow);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
