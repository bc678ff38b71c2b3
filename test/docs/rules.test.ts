import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { rulesPage } from '../../scripts/rules-page.js';
import { RULE_EXAMPLES } from '../../src/explain/rule-examples.js';
import type { RecordedTemplate } from '../../src/init/template-parts.js';
import { TEMPLATES } from '../../src/init/template-texts.js';
import { RULE_IDS } from '../../src/rules/catalogue.js';
import { folderOf, LAYOUT_WITH_PROVIDERS, PACKAGE, TSCONFIG } from '../cli/support/apps.js';
import { cli } from '../cli/support/run-cli.js';
import type { FileContent } from '../support/project-folder.js';

/* The example of an outdated module is a version that never was, so it is recorded here. */
vi.mock('../../src/init/template-history.js', async (importOriginal) => {
  const { TEMPLATE_HISTORY } = await importOriginal<{ TEMPLATE_HISTORY: readonly RecordedTemplate[] }>();
  const { templateParts } = await import('../../src/init/template-parts.js');
  const { RULE_EXAMPLES: examples } = await import('../../src/explain/rule-examples.js');
  const { session } = templateParts('a.ts', examples['signal-module-outdated'].before);
  const current = TEMPLATE_HISTORY.at(-1);
  if (!current || !session) throw new Error('nothing is recorded');
  const earlier = { ...current, version: '0.0.9', ts: { ...current.ts, session } };
  return { TEMPLATE_HISTORY: [earlier, { ...current, ts: { ...current.ts, client: {} } }] };
});

test('docs/rules.md is what `npm run docs` writes', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage());
});

/** An app that is set up, with nothing to find in it. */
const SET_UP: Readonly<Record<string, FileContent>> = {
  'package.json': PACKAGE,
  'tsconfig.json': TSCONFIG,
  'app/layout.tsx': LAYOUT_WITH_PROVIDERS,
  'app/providers.tsx': RULE_EXAMPLES['provider-missing'].after.trimStart(),
  'lib/signal-server.ts': TEMPLATES.serverTs,
};

interface JsonFinding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly status: 'new' | 'baselined' | 'suppressed';
}

async function findingsIn(path: string, text: string, files: Readonly<Record<string, string>>) {
  const others = Object.entries(files).map(([name, other]) => [name, other.trimStart()]);
  const all: Record<string, FileContent> = { ...SET_UP, ...Object.fromEntries(others), [path]: text };
  if (text === '') delete all[path];
  const { stdout } = await cli(folderOf(all).root, ['check', '--json']);
  const { projects } = JSON.parse(stdout) as { projects: readonly { findings: readonly JsonFinding[] }[] };
  return projects.flatMap(({ findings }) => findings.filter(({ status }) => status === 'new'));
}

describe('the example of', () => {
  test.each(RULE_IDS)('%s is found by it alone, at what it marks, and then no more', async (id) => {
    const { path, before, after, marked, files = {} } = RULE_EXAMPLES[id];
    const text = before.trimStart();
    const found = await findingsIn(path, text, files);
    expect(found.map(({ rule }) => rule)).toEqual([id]);
    if (marked !== undefined) {
      const [first] = found;
      const line = text.split('\n')[(first?.line ?? 0) - 1] ?? '';
      expect(first?.path).toBe(path);
      expect(line.slice((first?.column ?? 0) - 1)).toMatch(new RegExp(`^${escaped(marked)}`));
      // `explain` marks the first place that reads so.
      expect(text.slice(0, text.indexOf(marked)).split('\n')).toHaveLength(first?.line ?? 0);
    }
    expect(await findingsIn(path, after.trimStart(), files)).toEqual([]);
  });
});

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
