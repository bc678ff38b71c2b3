import { expect, test } from 'vitest';
import { inspectProject } from '../../src/inspect/inspect.js';
import { neighbourStyle } from '../../src/inspect/neighbour-style.js';
import { planNextConfig } from '../../src/inspect/plan-next-config.js';
import { createModuleHost } from '../../src/project/module-host.js';
import { applyEdits } from '../../src/source/edit.js';
import type { FileStyle } from '../../src/source/style.js';
import { folderWith, projectIn } from '../project/folders.js';
import { type FileContent, nextApp } from '../support/project-folder.js';

const PRETTIER = { '.prettierrc': { singleQuote: false, semi: false, useTabs: true, trailingComma: 'none' } };

function styleOfNew(files: Readonly<Record<string, FileContent>>, paths: readonly string[]): FileStyle {
  const folder = folderWith({ ...nextApp(), ...files });
  return neighbourStyle('lib/signal-server.ts', paths, createModuleHost(projectIn(folder.root)));
}

test('a new file is written as the formatter is set up, and as its neighbours are where that says nothing', () => {
  const files = { 'lib/a.ts': '', 'lib/b.ts': "import 'c';\n" };
  const paths = ['lib/gone.ts', 'lib/a.ts', 'lib/b.ts'];
  expect(styleOfNew({ ...files, ...PRETTIER }, paths)).toMatchObject({
    quote: '"',
    semicolons: false,
    indent: '\t',
    trailingComma: false,
  });
  expect(styleOfNew({ ...files, '.editorconfig': '[*]\nindent_size = 4\n' }, paths)).toMatchObject({
    quote: "'",
    indent: '    ',
  });
  expect(styleOfNew(files, paths)).toMatchObject({ quote: "'", indent: '  ', trailingComma: true });
});

test('a new file without neighbours is written as the formatter is set up, and else as our own texts are', () => {
  expect(styleOfNew(PRETTIER, [])).toMatchObject({
    quote: '"',
    semicolons: false,
    indent: '\t',
    trailingComma: false,
  });
  const ours = { eol: '\n', quote: "'", semicolons: true, indent: '  ', trailingComma: true };
  expect(styleOfNew({}, [])).toMatchObject(ours);
  expect(styleOfNew({ '.editorconfig': '[*]\nindent_size = 4\n' }, [])).toMatchObject({
    ...ours,
    indent: '    ',
  });
});

function wrappedConfig(files: Readonly<Record<string, FileContent>>): string | undefined {
  const folder = folderWith({ ...nextApp(), ...files });
  const inspection = inspectProject(projectIn(folder.root), { distinctId: 'header-first' });
  const [change] = planNextConfig(inspection).changes;
  if (change?.kind === 'create') return change.text;
  return change && applyEdits(inspection.host.text(change.path) ?? '', change.edits);
}

test('a config without a string has the quotes that the formatter is set up for', () => {
  const config = "/** @type {import('next').NextConfig} */\nconst config = {};\n\nexport default config;\n";
  const wrapped = (quote: string) =>
    `import { withSignalConfig } from ${quote}signal-next/config${quote};\n\n${config.replace('default config', 'default withSignalConfig(config)')}`;
  const files = { 'next.config.mjs': config };
  expect(wrappedConfig({ ...files, '.prettierrc': { singleQuote: true } })).toBe(wrapped("'"));
  expect(wrappedConfig({ ...files, '.prettierrc': {} })).toBe(wrapped('"'));
  expect(wrappedConfig({ '.prettierrc': { semi: false } })).toBe(
    'import { withSignalConfig } from "signal-next/config"\n\nexport default withSignalConfig({})\n',
  );
});

test('a new config is written as the other new files are, where the files of the app show no quotes', () => {
  const layout =
    'export default function Layout({ children }) {\n  return <html lang="en">{children}</html>;\n}\n';
  const files = { 'app/layout.tsx': layout, 'app/page.tsx': layout };
  expect(wrappedConfig(files)).toContain('from "signal-next/config";');
});
