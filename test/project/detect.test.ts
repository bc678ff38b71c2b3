import { describe, expect, test } from 'vitest';
import { type DetectResult, detectProject } from '../../src/project/detect.js';
import { nextApp } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

function warningsOf(result: DetectResult): readonly string[] {
  return result.kind === 'project' ? result.warnings : [];
}

describe('routers', () => {
  test('app/ beside src/lib is an App Router in the root', () => {
    const project = projectIn(folderWith({ ...nextApp(), 'src/lib/db.ts': 'export {};' }).root);
    expect(project.routers).toEqual({ app: 'app', pages: undefined });
    expect(project.sourceRoot).toBe('');
  });

  test('src/app and src/pages are both found, and the app lives in src', () => {
    const folder = folderWith({
      'package.json': { dependencies: { next: '15.0.0' } },
      'src/app/page.tsx': '',
      'src/pages/api/a.ts': '',
    });
    const project = projectIn(folder.root);
    expect(project.routers).toEqual({ app: 'src/app', pages: 'src/pages' });
    expect(project.sourceRoot).toBe('src');
  });

  test('the root wins over src for the same router', () => {
    const folder = folderWith({ ...nextApp(), 'src/app/page.tsx': '' });
    expect(projectIn(folder.root).routers.app).toBe('app');
  });

  test('with the two apart, Next 16 refuses, so the root one counts and a warning says so', () => {
    const folder = folderWith({ ...nextApp(), 'src/pages/index.tsx': '' });
    const result = detectProject(folder.root, {});
    expect(projectIn(folder.root).routers).toEqual({ app: 'app', pages: undefined });
    expect(warningsOf(result).join()).toContain('src/pages is ignored because app stands in the root');
  });

  test('with the two apart, Next 15 and older use both', () => {
    const folder = folderWith({
      ...nextApp({ dependencies: { next: '15.5.0' } }),
      'src/pages/index.tsx': '',
    });
    expect(projectIn(folder.root).routers).toEqual({ app: 'app', pages: 'src/pages' });
    expect(warningsOf(detectProject(folder.root, {}))).toEqual([]);
  });

  test('a file called app is not a router', () => {
    const folder = folderWith({
      'package.json': { dependencies: { next: '16.0.0' } },
      app: '#!/bin/sh\n',
      'src/app/page.tsx': '',
    });
    const result = detectProject(folder.root, {});
    expect(projectIn(folder.root).routers.app).toBe('src/app');
    expect(warningsOf(result).join()).toContain('app is a file');
  });
});

describe('the Next version', () => {
  const versionWith = (range: string, files = {}) =>
    projectIn(folderWith({ ...nextApp({ dependencies: { next: range } }), ...files }).root);

  test('the installed one counts, whatever is declared', () => {
    const project = versionWith('^14.0.0', { 'node_modules/next/package.json': { version: '14.2.35' } });
    expect(project.next).toEqual({ major: 14, minor: 2, text: '14.2.35', from: 'installed' });
    expect(project.evidence).toContainEqual({
      fact: 'Next.js version',
      value: '14.2.35',
      because: 'node_modules/next/package.json',
    });
  });

  test('it is found upward and through the symlinks pnpm makes', () => {
    const folder = folderWith({
      'package.json': { private: true },
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/web/package.json': { name: 'web', dependencies: { next: '^15.0.0' } },
      'apps/web/app/page.tsx': '',
      'node_modules/.pnpm/next@15.3.1/node_modules/next/package.json': { version: '15.3.1' },
    });
    folder.link('apps/web/node_modules/next', '../../../node_modules/.pnpm/next@15.3.1/node_modules/next');
    expect(projectIn(`${folder.root}/apps/web`).next.text).toBe('15.3.1');
  });

  test.each([
    ['^15.1.0', 15, 1],
    ['>=13.5 <16', 13, 5],
    ['14', 14, 0],
    ['15.0.0-canary.12', 15, 0],
    ['npm:next@14.2.3', 14, 2],
    ['npm:@acme/next@^13.4.0', 13, 4],
    ['workspace:^15.2.0', 15, 2],
  ])('declared as %s, the lowest version counts', (range, major, minor) => {
    expect(versionWith(range).next).toEqual({ major, minor, text: range, from: 'declared' });
  });

  test.each([
    'latest',
    'canary',
    '*',
    'workspace:*',
    'github:vercel/next.js#canary',
    'https://x.test/next-13.tgz',
  ])('declared as %s, the newest known is assumed, and the evidence says so', (range) => {
    const project = versionWith(range);
    expect(project.next.major).toBe(16);
    expect(project.evidence.find(({ fact }) => fact === 'Next.js version')?.because).toContain('is assumed');
  });

  test('devDependencies and peerDependencies count', () => {
    for (const field of ['devDependencies', 'peerDependencies']) {
      const folder = folderWith({ 'package.json': { [field]: { next: '15.0.0' } }, 'pages/index.js': '' });
      expect(projectIn(folder.root).next.major).toBe(15);
    }
  });

  test.each([
    ['catalog:', 'catalog:\n  next: ^15.4.0\n'],
    ['catalog:default', 'catalogs:\n  default:\n    next: ^15.4.0\n'],
    ['catalog:next15', 'catalog:\n  next: 13.0.0\ncatalogs:\n  next15:\n    next: ^15.4.0\n'],
  ])('%s is looked up in pnpm-workspace.yaml', (range, yaml) => {
    const folder = folderWith({
      'package.json': {},
      'pnpm-workspace.yaml': `packages: ['apps/*']\n${yaml}`,
      'apps/web/package.json': { dependencies: { next: range } },
      'apps/web/app/page.tsx': '',
    });
    expect(projectIn(`${folder.root}/apps/web`).next).toEqual({
      major: 15,
      minor: 4,
      text: '^15.4.0',
      from: 'catalog',
    });
  });

  test.each([
    { workspaces: { packages: ['apps/*'], catalog: { next: '14.1.0' } } },
    { workspaces: ['apps/*'], catalog: { next: '14.1.0' } },
  ])('catalog: is looked up in package.json, as Bun has it', (root) => {
    const folder = folderWith({
      'package.json': root,
      'apps/web/package.json': { dependencies: { next: 'catalog:' } },
      'apps/web/app/page.tsx': '',
    });
    expect(projectIn(`${folder.root}/apps/web`).next).toMatchObject({ major: 14, minor: 1, from: 'catalog' });
  });

  test('a catalog without an entry for next falls to the newest known', () => {
    const project = versionWith('catalog:nowhere');
    expect(project.next).toMatchObject({ major: 16, from: 'catalog' });
    expect(project.evidence[0]?.because).toContain('no entry for next in its catalog "nowhere"');
  });
});

describe('language, module type and Signal package', () => {
  test('a tsconfig.json makes it TypeScript', () => {
    expect(projectIn(folderWith(nextApp()).root).language).toBe('ts');
  });

  test('jsconfig.json and JavaScript files make it JavaScript, even with typescript declared for an editor', () => {
    const folder = folderWith({
      'package.json': {
        type: 'module',
        dependencies: { next: '16.0.0' },
        devDependencies: { typescript: '^5' },
      },
      'jsconfig.json': '{}',
      'app/page.jsx': '',
    });
    expect(projectIn(folder.root)).toMatchObject({ language: 'js', moduleType: 'module' });
    folder.write('app/util.ts', '');
    expect(projectIn(folder.root).language).toBe('ts');
  });

  test('aliases are in the evidence', () => {
    const aliasEvidence = (files: Record<string, string>) =>
      projectIn(folderWith({ ...nextApp(), ...files }).root).evidence.filter(({ fact }) => fact === 'alias');
    expect(aliasEvidence({})).toEqual([{ fact: 'alias', value: '@/* -> ./*', because: 'tsconfig.json' }]);
    expect(aliasEvidence({ 'tsconfig.json': '{}' })[0]?.because).toBe('tsconfig.json sets no paths');
  });

  test('signal-next unless the vendor package is listed, and --sdk above both', () => {
    const own = folderWith(nextApp()).root;
    expect(projectIn(own).sdk).toEqual({
      name: 'signal-next',
      server: 'signal-next/server',
      client: 'signal-next/client',
      config: 'signal-next/config',
      declared: false,
    });
    const vendor = folderWith(
      nextApp({ dependencies: { next: '16.0.0', '@signal-js/nextjs': '^1.0.0' } }),
    ).root;
    expect(projectIn(vendor).sdk).toEqual({
      name: '@signal-js/nextjs',
      server: '@signal-js/nextjs/server',
      client: '@signal-js/nextjs/client',
      config: '@signal-js/nextjs/server',
      declared: true,
    });
    expect(projectIn(vendor, '@acme/signal').sdk).toMatchObject({
      config: '@acme/signal/server',
      declared: false,
    });
    expect(projectIn(vendor, 'signal-next').sdk.config).toBe('signal-next/config');
  });
});

describe('workspaces', () => {
  const monorepo = {
    'package.json': { private: true, workspaces: ['apps/*', 'packages/*', '!apps/legacy'] },
    'apps/web/package.json': { name: '@acme/web', dependencies: { next: '^16.0.0' } },
    'apps/web/src/app/page.tsx': '',
    'apps/docs/package.json': { name: 'docs', dependencies: { next: '^14.0.0' } },
    'apps/docs/pages/index.jsx': '',
    'apps/legacy/package.json': { dependencies: { next: '^12.0.0' } },
    'apps/legacy/pages/index.jsx': '',
    'packages/ui/package.json': { name: '@acme/ui', peerDependencies: { next: '*' } },
    'packages/ui/src/index.ts': '',
  };

  test('from the root, the Next apps are listed; excluded members and libraries are not', () => {
    const { root } = folderWith(monorepo);
    const result = detectProject(root, {});
    expect(result).toMatchObject({ kind: 'workspace', root });
    const apps = result.kind === 'workspace' ? result.apps : [];
    expect(
      apps.map(({ dir, name, routers, next }) => [dir, name, routers.app ?? routers.pages, next.major]),
    ).toEqual([
      ['apps/docs', 'docs', 'pages', 14],
      ['apps/web', '@acme/web', 'src/app', 16],
    ]);
  });

  test('a root that lists next only to hoist it is still a workspace', () => {
    const { root } = folderWith({
      ...monorepo,
      'package.json': { workspaces: { packages: ['apps/*'] }, devDependencies: { next: '16.0.0' } },
    });
    expect(detectProject(root, {}).kind).toBe('workspace');
  });

  test('a member knows its workspace root; a folder the globs leave out has none', () => {
    const { root } = folderWith(monorepo);
    expect(projectIn(`${root}/apps/web`).workspaceRoot).toBe(root);
    expect(projectIn(`${root}/apps/legacy`).workspaceRoot).toBeUndefined();
  });

  test('pnpm-workspace.yaml with nested globs and exclusions', () => {
    const { root } = folderWith({
      'package.json': {},
      'pnpm-workspace.yaml': "packages:\n  - './teams/**'\n  - '!**/fixtures/**'\n",
      'teams/a/shop/package.json': { name: 'shop', dependencies: { next: '15.0.0' } },
      'teams/a/shop/app/page.tsx': '',
      'teams/a/fixtures/app1/package.json': { name: 'fixture', dependencies: { next: '15.0.0' } },
      'teams/a/fixtures/app1/app/page.tsx': '',
    });
    const result = detectProject(root, {});
    expect(result.kind === 'workspace' ? result.apps.map(({ name }) => name) : result).toEqual(['shop']);
  });

  test('a pnpm-workspace.yaml that only holds settings makes no workspace', () => {
    const { root } = folderWith({
      ...nextApp(),
      'pnpm-workspace.yaml': 'onlyBuiltDependencies:\n  - sharp\n',
    });
    expect(projectIn(root).workspaceRoot).toBeUndefined();
    expect(projectIn(root).packageManager).toBe('pnpm');
  });

  test('the app in the workspace root is a project', () => {
    const { root } = folderWith({
      ...nextApp({ workspaces: ['packages/*'] }),
      'packages/ui/package.json': {},
    });
    expect(projectIn(root).workspaceRoot).toBe(root);
  });
});

describe('what is not a project', () => {
  const failureOf = (folder: string) => {
    const result = detectProject(folder, {});
    if (result.kind !== 'failure') throw new Error(`expected a failure, got ${result.kind}`);
    return result;
  };

  test('a folder that does not exist, and a file', () => {
    const { root } = folderWith({ 'a.txt': '' });
    expect(failureOf(`${root}/nowhere`).message).toContain('does not exist');
    expect(failureOf(`${root}/a.txt`).message).toContain('is not a folder');
  });

  test('no package.json, pointing at the app above or below', () => {
    const { root } = folderWith(nextApp());
    const inside = failureOf(`${root}/app`);
    expect(inside.message).toContain('has no package.json');
    expect(inside.next).toContain(`Run this in ${root}`);
    const outer = folderWith({
      'web/package.json': { dependencies: { next: '16.0.0' } },
      'web/app/page.tsx': '',
    });
    expect(failureOf(outer.root).next).toContain('web');
  });

  test('no package.json in a folder of many apps, of which the first ten are named', () => {
    const numbers = Array.from({ length: 40 }, (_, index) => 10 + index);
    const { root } = folderWith(
      Object.fromEntries(
        numbers.flatMap((number) => [
          [`p${number}/package.json`, { dependencies: { next: '16.0.0' } }],
          [`p${number}/app/page.tsx`, ''],
        ]),
      ),
    );
    expect(failureOf(root).next).toBe(
      "Run this in the app's folder; there is p10, p11, p12, p13, p14, p15, p16, p17, p18, p19 and 30 more.",
    );
  });

  test.each([
    ['{\n  "name": "x"\n  "version": "1"\n}', 'line 3'],
    ['{\n  "dependencies": {\n', 'line 3'],
    ['{\n  "name": x\n}', 'line 2'],
    ['', 'line 1'],
    ['{\n  "files": ["a",\n  ],\n  "name": "x"\n}', "line 3: Unexpected token ']'"],
    ['{\n  "files": ["a",\n  , "b"],\n  "name": "x"\n}', "line 3: Unexpected token ','"],
    [`{\n  ${'"a": 1,\n'.repeat(9)}  // why\n}`, 'line 11: '],
    ['{\n  "name": \u001B\n}', "line 2: Unexpected token '\\x1b'"],
    ['[]', 'an array, not an object'],
  ])('a package.json that is not valid JSON names the line: %j', (text, expected) => {
    const failed = failureOf(folderWith({ 'package.json': text, 'app/page.tsx': '' }).root);
    expect(failed.message).toContain(expected);
    expect(failed.next).not.toBe('');
  });

  test('a package.json in UTF-16 says so', () => {
    const text = Buffer.from('\uFEFF{"dependencies":{"next":"16.0.0"}}', 'utf16le');
    expect(failureOf(folderWith({ 'package.json': text }).root).message).toContain('UTF-16LE');
  });

  test('a package.json with a BOM is fine', () => {
    const folder = folderWith({
      'package.json': '\uFEFF{"dependencies":{"next":"16.0.0"}}',
      'app/page.tsx': '',
    });
    expect(projectIn(folder.root).next.major).toBe(16);
  });

  test('no next', () => {
    const failed = failureOf(
      folderWith({ 'package.json': { dependencies: { react: '19' } }, 'app/a.ts': '' }).root,
    );
    expect(failed.message).toContain('does not list next');
  });

  test('neither app nor pages', () => {
    const failed = failureOf(folderWith({ 'package.json': { dependencies: { next: '16.0.0' } } }).root);
    expect(failed.message).toContain('neither an app nor a pages folder');
  });

  test('a workspace without a Next app', () => {
    const { root } = folderWith({
      'package.json': { workspaces: ['packages/*'] },
      'packages/a/package.json': {},
    });
    expect(failureOf(root).message).toContain('none of its members is a Next.js app');
  });
});

test('a project named by a symlink is the folder it leads to', () => {
  const folder = folderWith({});
  const real = folderWith(nextApp());
  folder.link('link', real.root);
  expect(projectIn(`${folder.root}/link`).root).toBe(real.root);
});

test('nothing of the project is run', () => {
  const folder = folderWith({
    ...nextApp(),
    'next.config.js': "require('node:fs').writeFileSync(__dirname + '/ran', '');\nmodule.exports = {};\n",
  });
  projectIn(folder.root);
  expect(folder.exists('ran')).toBe(false);
});
