import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { treeOf } from '../../bench/tree/tree.mjs';
import { analyzeProject } from '../../src/analysis/analyze-project.js';
import { SignalClients } from '../../src/analysis/clients.js';
import type { FileAnalysis } from '../../src/analysis/model.js';
import { foundIn } from '../../src/inspect/findings.js';
import { type Inspection, inspectProject } from '../../src/inspect/inspect.js';
import { projectIn } from '../project/folders.js';
import { projectFixtures } from '../support/project-fixtures.js';
import { nextApp, withProject } from '../support/project-folder.js';

/** What is found when the bytes decide which files are parsed, and what when every file is. */
async function bothWays(root: string, options = {}) {
  const project = projectIn(root);
  const inspect = { distinctId: 'header-first', ...options } as const;
  const fast = inspectProject(project, inspect);
  // As if every word that is looked for in the bytes stood in every file.
  const survey = { ...fast.survey, marksOf: () => -1 };
  const slow = inspectProject(project, inspect, new Map(), { ...fast, survey });
  const { paths, context, host } = slow;
  const files = [...paths, ...host.linked()].flatMap((path) => host.load(path) ?? []);
  const clients = new SignalClients(host, context.sdkModules, project.clients);
  const { analyses } = analyzeProject(files, context, clients);
  return { fast: await foundBy(fast), slow: await foundBy({ ...slow, analyses }) };
}

async function foundBy(inspection: Inspection): Promise<string[]> {
  const found = await foundIn(inspection);
  return [
    ...findingsIn(inspection.analyses),
    ...found.map(
      ({ finding: { rule, path, start, message }, suppressedBy }) =>
        `${path}:${start} ${rule}${suppressedBy ? ' suppressed' : ''}: ${message}`,
    ),
  ].sort();
}

function findingsIn(analyses: readonly FileAnalysis[]): string[] {
  return analyses.flatMap(({ file, calls, rewrites, declarations }) => [
    ...calls.map(
      ({ method, span, verdict }) => `${file.path}:${span.start} ${method} ${JSON.stringify(verdict)}`,
    ),
    ...rewrites.map(({ fn }) => `${file.path}:${fn.node.start} is rewritten`),
    ...declarations.map(({ kind }) => `${file.path} ${kind}`),
  ]);
}

test.each(projectFixtures().filter(({ expected }) => !expected.options?.only && !expected.options?.exclude))(
  '$name: nothing is lost',
  async ({ input, expected }) => {
    const folder = withProject(input);
    try {
      const { fast, slow } = await bothWays(join(folder.root, expected.app ?? '.'), expected.options);
      expect(fast).toEqual(slow);
    } finally {
      folder.remove();
    }
  },
);

test.each(['app-router', 'pages-router'])('the example %s: nothing is lost', async (name) => {
  const { fast, slow } = await bothWays(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)));
  expect(fast.length).toBeGreaterThan(0);
  expect(fast).toEqual(slow);
});

test('the generated app of the bench: nothing is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signal-next-tree-'));
  try {
    const { fast, slow } = await bothWays(treeOf(folder, 300, 'helpers'));
    expect(fast.length).toBeGreaterThan(0);
    expect(fast).toEqual(slow);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

/** Files that show one clue each, and what they need. */
const ONE_CLUE_EACH: Record<string, string> = {
  capture: "events.capture({ event: 'a', distinctId: 'b' });",
  bracket: "events['capture']({ event: 'a', distinctId: 'b' });",
  identify: "events.identify({ distinctId: 'b' });",
  'group-identify': "events.groupIdentify({ groupType: 'a', groupKey: 'b' });",
  person: "events.setPersonProperties('b', { plan: 'c' });",
  alias: "events.alias('a', 'b');",
  group: "const { group } = events;\ngroup('a', 'b', 'c');",
  misspelled: "export const read = (headers: Headers) => headers.get('x-sygnal-session-id');",
  cors: "export const headers = { 'Access-Control-Allow-Headers': 'x-sygnal-window-id' };",
};

test('the name of a header that other files read by, through a barrel: nothing is lost', async () => {
  const folder = withProject({
    ...nextApp(),
    'lib/signal-server.ts': readFileSync(new URL('../../templates/signal-server.ts', import.meta.url)),
    'lib/names.ts':
      "export const SESSION = 'x-signal-sessionid';\nexport const WINDOW = 'x-signal-windowid';\n",
    'lib/index.ts': "export * from './names';\n",
    'lib/session.ts':
      "import { SESSION } from './names';\nexport const session = (r: Request) => r.headers.get(SESSION);\n",
    'lib/window.ts':
      "import { WINDOW } from '.';\nexport const view = (r: Request) => r.headers.get(WINDOW);\n",
  });
  try {
    const { fast, slow } = await bothWays(folder.root);
    expect(fast).toEqual(slow);
    expect(fast.filter((one) => / misspelled-header/.test(one))).toHaveLength(2);
  } finally {
    folder.remove();
  }
});

test('whatever is the only clue: nothing is lost', async () => {
  const clues = Object.entries(ONE_CLUE_EACH).map(([name, text]): [string, string] => [
    `src/${name}.ts`,
    text.includes('events') ? `import { events } from './events';\n${text}` : text,
  ]);
  const folder = withProject({
    ...nextApp(),
    'lib/signal-server.ts': readFileSync(new URL('../../templates/signal-server.ts', import.meta.url)),
    'src/events.ts': "export { signal as events } from '../lib/signal-server';",
    'src/cookie.ts': "export const id = (cookies: Map<string, string>) => cookies.get('stripe_session');",
    ...Object.fromEntries(clues),
  });
  try {
    const { fast, slow } = await bothWays(folder.root);
    expect(fast).toEqual(slow);
    const paths = new Set(fast.map((found) => found.split(/[: ]/, 1)[0]));
    expect([...paths]).toEqual(expect.arrayContaining(clues.map(([path]) => path)));
    expect(paths).not.toContain('src/cookie.ts');
  } finally {
    folder.remove();
  }
});
