import { expect, test } from 'vitest';
import { createModuleHost } from '../../src/project/module-host.js';
import { nextApp } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

test('files are parsed once, from the raw text', () => {
  const folder = folderWith({ ...nextApp(), 'lib/a.ts': '\uFEFFexport const a = 1;\r\n' });
  const host = createModuleHost(projectIn(folder.root));
  const first = host.load('lib/a.ts');
  expect(first).toMatchObject({ path: 'lib/a.ts', text: '\uFEFFexport const a = 1;\r\n' });
  folder.write('lib/a.ts', 'changed');
  expect(host.load('lib/a.ts')).toBe(first);
  expect(host.text('lib/a.ts')).toBe(first?.text);
  expect(host.load('lib/missing.ts')).toBeUndefined();
  expect(host.problems()).toEqual([]);
});

test('a file that was loaded once can be released, and keeps the text that it had', () => {
  const folder = folderWith({ ...nextApp(), 'lib/a.ts': 'const a = 1;\n', 'lib/b.ts': 'const b = 1;\n' });
  const host = createModuleHost(projectIn(folder.root));
  const first = host.load('lib/a.ts');
  expect(host.release('lib/a.ts')).toBe(true);
  folder.write('lib/a.ts', 'changed');
  const second = host.load('lib/a.ts');
  expect(second).not.toBe(first);
  expect(second?.text).toBe(first?.text);
  expect(host.text('lib/a.ts')).toBe(first?.text);
  host.load('lib/b.ts');
  const shared = host.load('lib/b.ts');
  expect(host.release('lib/b.ts')).toBe(false);
  expect(host.load('lib/b.ts')).toBe(shared);
  expect(host.release('lib/missing.ts')).toBe(false);
});

test('staged texts come first, and staged files are found by resolve', () => {
  const folder = folderWith({ ...nextApp(), 'lib/a.ts': 'old' });
  const project = projectIn(folder.root);
  const host = createModuleHost(
    project,
    new Map([
      ['lib/a.ts', 'export const staged = 1;'],
      ['lib/signal-server.ts', 'export const signal = 1;'],
    ]),
  );
  expect(host.text('lib/a.ts')).toBe('export const staged = 1;');
  expect(host.resolve('@/lib/signal-server', 'app/page.tsx')).toBe('lib/signal-server.ts');
  expect(host.load('lib/signal-server.ts')?.text).toContain('signal');
  expect(host.specifierFor('lib/signal-server.ts', 'app/page.tsx')).toBe('@/lib/signal-server');
  expect(createModuleHost(project).resolve('@/lib/signal-server', 'app/page.tsx')).toBeUndefined();
});

test('a syntax error and an unreadable file are problems, once each, in order', () => {
  const folder = folderWith({
    ...nextApp(),
    'lib/b.ts': 'const a = ;',
    'lib/a.ts': Buffer.from('const a = "\xfc";', 'latin1'),
  });
  const host = createModuleHost(projectIn(folder.root));
  for (const path of ['lib/b.ts', 'lib/a.ts', 'lib/b.ts']) expect(host.load(path)).toBeUndefined();
  expect(host.problems()).toEqual([
    { path: 'lib/a.ts', line: 1, column: 0, message: expect.stringContaining('is not valid UTF-8') },
    { path: 'lib/b.ts', line: 1, column: 10, message: expect.stringContaining('Unexpected token') },
  ]);
});

test('a file of another workspace package is loaded by its ../ path', () => {
  const { root } = folderWith({
    'package.json': { workspaces: ['apps/*', 'packages/*'] },
    'apps/web/package.json': { dependencies: { next: '16.0.0' } },
    'apps/web/app/page.tsx': '',
    'packages/db/package.json': { name: '@acme/db', exports: './src/index.ts' },
    'packages/db/src/index.ts': 'export const db = 1;',
  });
  const host = createModuleHost(projectIn(`${root}/apps/web`));
  const path = host.resolve('@acme/db', 'app/page.tsx');
  expect(path).toBe('../../packages/db/src/index.ts');
  expect(host.load(path ?? '')?.text).toBe('export const db = 1;');
});

test('a client may get to what can name it, and to all that is called from there', () => {
  const files = {
    'lib/signal.ts':
      "import { createSignalServer } from 'signal-next/server';\nexport const signal = createSignalServer({});\n",
    'lib/barrel.ts': "export * from './signal';\n",
    'app/api/route.ts':
      "import { signal } from '@/lib/barrel';\nimport { save } from '@/lib/save';\nsave(signal);\n",
    'lib/save.ts':
      "import { deep } from './deep';\nexport const save = (tracker: unknown) => deep(tracker);\n",
    'lib/deep.ts': 'export const deep = (tracker: unknown) => tracker;\n',
    'lib/apart.ts':
      "import { far } from './far';\nexport const apart = (emitter: unknown) => far(emitter);\n",
    'lib/far.ts': 'export const far = (emitter: unknown) => emitter;\n',
  };
  const folder = folderWith({ ...nextApp(), ...files });
  const host = createModuleHost(projectIn(folder.root), new Map(), { paths: () => Object.keys(files) });
  const met = Object.keys(files).filter((path) => host.mayMeetClient?.(path));
  expect(met).toEqual(Object.keys(files).filter((path) => path !== 'lib/apart.ts' && path !== 'lib/far.ts'));
  const named = { ...projectIn(folder.root), clients: [{ module: 'lib/far', exportName: 'emitter' }] };
  const other = createModuleHost(named, new Map(), { paths: () => Object.keys(files) });
  expect(other.mayMeetClient?.('lib/apart.ts')).toBe(true);
});
