import { describe, expect, test } from 'vitest';
import { createResolver } from '../../src/project/resolver.js';
import { type FileContent, nextApp } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

const NO_ALIAS = { 'tsconfig.json': '{}' };

function resolverFor(files: Record<string, FileContent>, app = '.') {
  const folder = folderWith({ ...(app === '.' ? nextApp() : {}), ...files });
  return createResolver(projectIn(`${folder.root}/${app}`));
}

describe('relative imports', () => {
  test.each([
    ['./x', 'lib/x.ts'],
    ['./x.js', 'lib/x.ts'],
    ['./view', 'lib/view.tsx'],
    ['./view.jsx', 'lib/view.tsx'],
    ['./esm.mjs', 'lib/esm.mts'],
    ['./node.cjs', 'lib/node.cts'],
    ['./folder', 'lib/folder/index.ts'],
    ['./folder/', 'lib/folder/index.ts'],
    ['.', 'lib/index.ts'],
    ['..', 'index.ts'],
    ['../index', 'index.ts'],
    ['./a.config', 'lib/a.config.ts'],
    ['./types', undefined],
    ['./data.json', undefined],
    ['./style.css', undefined],
    ['./missing', undefined],
    ['./route.ts', undefined],
  ])('%s', (specifier, expected) => {
    const { resolve } = resolverFor({
      'lib/x.ts': '',
      'lib/view.tsx': '',
      'lib/esm.mts': '',
      'lib/node.cts': '',
      'lib/folder/index.ts': '',
      'lib/index.ts': '',
      'index.ts': '',
      'lib/a.config.ts': '',
      'lib/types.d.ts': '',
      'lib/data.json': '{}',
      'lib/style.css': '',
      'lib/route.ts/keep.txt': '',
    });
    expect(resolve(specifier, 'lib/from.ts')).toBe(expected);
  });

  test('a file beside a folder of the same name wins', () => {
    const { resolve } = resolverFor({ 'lib/db.ts': '', 'lib/db/index.ts': '' });
    expect(resolve('./db', 'lib/a.ts')).toBe('lib/db.ts');
    expect(resolve('./db/', 'lib/a.ts')).toBe('lib/db/index.ts');
  });
});

describe('aliases', () => {
  const aliased = (compilerOptions: Record<string, unknown>) => ({ 'tsconfig.json': { compilerOptions } });

  test('paths without baseUrl, with several targets, and an exact one', () => {
    const { resolve } = resolverFor({
      ...aliased({ paths: { '@/*': ['./src/*', './*'], signal: ['./lib/signal.ts'] } }),
      'src/a.ts': '',
      'lib/signal.ts': '',
    });
    expect(resolve('@/a', 'app/page.tsx')).toBe('src/a.ts');
    expect(resolve('@/lib/signal.js', 'app/page.tsx')).toBe('lib/signal.ts');
    expect(resolve('signal', 'app/page.tsx')).toBe('lib/signal.ts');
    expect(resolve('react', 'app/page.tsx')).toBeUndefined();
  });

  test('baseUrl alone', () => {
    const { resolve, specifierFor } = resolverFor({ ...aliased({ baseUrl: 'src' }), 'src/lib/a.ts': '' });
    expect(resolve('lib/a', 'app/page.tsx')).toBe('src/lib/a.ts');
    expect(specifierFor('src/lib/a.ts', 'app/page.tsx')).toBe('lib/a');
    expect(specifierFor('other/a.ts', 'app/page.tsx')).toBe('../other/a');
  });

  test('extends: inherited paths are relative to the config they stand in', () => {
    const { resolve, specifierFor } = resolverFor({
      'tsconfig.json': '{ "extends": "./config/base.json", /* comment */ "compilerOptions": {}, }',
      'config/base.json': { compilerOptions: { paths: { '~/*': ['../code/*'] } } },
      'code/a.ts': '',
    });
    expect(resolve('~/a', 'app/page.tsx')).toBe('code/a.ts');
    expect(specifierFor('code/a.ts', 'app/page.tsx')).toBe('~/a');
  });

  test('extends of an installed package, with its configDir variable', () => {
    const { resolve } = resolverFor({
      'tsconfig.json': { extends: '@acme/tsconfig/next.json' },
      'node_modules/@acme/tsconfig/package.json': { name: '@acme/tsconfig' },
      'node_modules/@acme/tsconfig/next.json': {
        compilerOptions: { paths: { '@/*': [`${'$'}{configDir}/src/*`] } },
      },
      'src/a.ts': '',
    });
    expect(resolve('@/a', 'app/page.tsx')).toBe('src/a.ts');
  });

  test('extends of a package that is not installed: the own paths still hold', () => {
    const { resolve, specifierFor } = resolverFor({
      'tsconfig.json':
        '{\n  // shared\n  "extends": "@acme/tsconfig",\n  "compilerOptions": { "paths": { "@/*": ["./src/*"], } },\n}',
      'src/a.ts': '',
    });
    expect(resolve('@/a', 'app/page.tsx')).toBe('src/a.ts');
    expect(specifierFor('src/a.ts', 'app/page.tsx')).toBe('@/a');
  });

  test('a config that only lists references has the aliases of those', () => {
    const { resolve } = resolverFor({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'tsconfig.app.json': { compilerOptions: { paths: { '@/*': ['./*'] } } },
      'lib/a.ts': '',
    });
    expect(resolve('@/lib/a', 'app/page.tsx')).toBe('lib/a.ts');
  });

  test('a broken tsconfig.json leaves relative imports working', () => {
    const { resolve, specifierFor } = resolverFor({
      'tsconfig.json': '{ "compilerOptions": ',
      'lib/a.ts': '',
    });
    expect(resolve('../lib/a', 'app/page.tsx')).toBe('lib/a.ts');
    expect(specifierFor('lib/a.ts', 'app/page.tsx')).toBe('../lib/a');
  });

  test('jsconfig.json serves a JavaScript app', () => {
    const folder = folderWith({
      'package.json': { dependencies: { next: '16.0.0' } },
      'jsconfig.json': { compilerOptions: { paths: { '@/*': ['./*'] } } },
      'app/page.jsx': '',
      'lib/a.js': '',
    });
    const { resolve, specifierFor } = createResolver(projectIn(folder.root));
    expect(resolve('@/lib/a', 'app/page.jsx')).toBe('lib/a.js');
    expect(specifierFor('lib/a.js', 'app/page.jsx')).toBe('@/lib/a');
  });

  test('package imports, with conditions and a .js that stands for .ts', () => {
    const { resolve, specifierFor } = resolverFor({
      ...NO_ALIAS,
      'package.json': {
        dependencies: { next: '16.0.0' },
        imports: {
          '#lib/*': { types: './lib/*.ts', default: './lib/*.ts' },
          '#db': './src/db.js',
          '#dep': 'react',
        },
      },
      'lib/a.ts': '',
      'src/db.ts': '',
    });
    expect(resolve('#lib/a', 'app/page.tsx')).toBe('lib/a.ts');
    expect(resolve('#db', 'app/page.tsx')).toBe('src/db.ts');
    expect(resolve('#dep', 'app/page.tsx')).toBeUndefined();
    expect(resolve('#nope', 'app/page.tsx')).toBeUndefined();
    expect(specifierFor('lib/a.ts', 'app/page.tsx')).toBe('#lib/a');
    expect(specifierFor('src/db.ts', 'app/page.tsx')).toBe('#db');
  });
});

describe('what an import is written as', () => {
  test('the alias for another folder, also for a file that does not exist yet', () => {
    const { specifierFor } = resolverFor({ 'lib/a.ts': '' });
    expect(specifierFor('lib/a.ts', 'app/api/x/route.ts')).toBe('@/lib/a');
    expect(specifierFor('lib/signal-server.ts', 'app/api/x/route.ts')).toBe('@/lib/signal-server');
    expect(specifierFor('lib/signal/index.ts', 'app/page.tsx')).toBe('@/lib/signal');
  });

  test('relative in the same folder and where no alias covers the file', () => {
    const { specifierFor } = resolverFor({
      'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
    });
    expect(specifierFor('app/b.ts', 'app/a.ts')).toBe('./b');
    expect(specifierFor('lib/a.ts', 'app/api/route.ts')).toBe('../../lib/a');
    expect(specifierFor('lib/deep/a.ts', 'lib/b.ts')).toBe('./deep/a');
    expect(specifierFor('src/lib/a.ts', 'app/a.ts')).toBe('@/lib/a');
  });

  test('@/ before other aliases, and never a bare *', () => {
    const { specifierFor } = resolverFor({
      'tsconfig.json': {
        compilerOptions: { paths: { '*': ['./*'], '@lib/*': ['./lib/*'], '@/*': ['./*'], 'a/*': ['./*'] } },
      },
    });
    expect(specifierFor('lib/a.ts', 'app/a.ts')).toBe('@/lib/a');
  });

  test('not an alias that would mean another file', () => {
    const { specifierFor } = resolverFor({
      'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*', './*'] } } },
      'src/lib/a.ts': '',
      'lib/a.ts': '',
    });
    expect(specifierFor('lib/a.ts', 'app/a.ts')).toBe('../lib/a');
    expect(specifierFor('src/lib/a.ts', 'app/a.ts')).toBe('@/lib/a');
  });

  test('with .js where moduleResolution is nodenext, without in a module package that is bundled', () => {
    const nodenext = resolverFor({
      'tsconfig.json': {
        compilerOptions: { module: 'NodeNext', moduleResolution: 'NodeNext', paths: { '@/*': ['./*'] } },
      },
    });
    expect(nodenext.specifierFor('lib/a.ts', 'app/a.ts')).toBe('@/lib/a.js');
    expect(nodenext.specifierFor('lib/a.tsx', 'lib/b.ts')).toBe('./a.js');
    expect(nodenext.specifierFor('lib/a/index.ts', 'lib/b.ts')).toBe('@/lib/a/index.js');
    const bundled = resolverFor({
      'package.json': { type: 'module', dependencies: { next: '16.0.0' } },
      'tsconfig.json': '{}',
      'lib/a.js': '',
    });
    expect(bundled.specifierFor('lib/a.js', 'app/a.js')).toBe('../lib/a');
  });

  test('.mjs, .mts and .cjs keep an extension, because bundlers do not guess them', () => {
    const { specifierFor } = resolverFor({ 'lib/a.mjs': '', 'lib/b.mts': '', 'lib/c.cjs': '' });
    expect(specifierFor('lib/a.mjs', 'lib/x.ts')).toBe('./a.mjs');
    expect(specifierFor('lib/b.mts', 'lib/x.ts')).toBe('./b.mjs');
    expect(specifierFor('lib/c.cjs', 'app/x.ts')).toBe('@/lib/c.cjs');
  });
});

describe('workspace packages', () => {
  const monorepo = (db: Record<string, unknown>, more: Record<string, FileContent> = {}) =>
    resolverFor(
      {
        'package.json': { workspaces: ['apps/*', 'packages/*'] },
        'apps/web/package.json': { name: 'web', dependencies: { next: '16.0.0', '@acme/db': '*' } },
        'apps/web/tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
        'apps/web/src/app/page.tsx': '',
        'packages/db/package.json': { name: '@acme/db', ...db },
        'packages/db/src/index.ts': '',
        'packages/db/src/client.ts': '',
        ...more,
      },
      'apps/web',
    );
  const FROM = 'src/app/page.tsx';
  const INDEX = '../../packages/db/src/index.ts';

  test.each([
    [{ exports: './src/index.ts' }],
    [{ exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } }],
    [{ exports: { '.': { import: './dist/esm/index.mjs', require: './dist/cjs/index.cjs' } } }],
    [{ exports: { '.': { source: './src/index.ts', default: './out/x.js' } } }],
    [{ main: './dist/index.js' }],
    [{ main: 'src/index.ts' }],
    [{ types: 'dist/index.d.ts' }],
    [{}],
  ])('the source behind %j', (manifest) => {
    expect(monorepo(manifest, { 'packages/db/dist/index.js': '' }).resolve('@acme/db', FROM)).toBe(INDEX);
  });

  test('subpaths, with and without exports', () => {
    const listed = monorepo({ exports: { './client': './src/client.ts', './x/*': './dist/*.js' } });
    expect(listed.resolve('@acme/db/client', FROM)).toBe('../../packages/db/src/client.ts');
    expect(listed.resolve('@acme/db/x/client', FROM)).toBe('../../packages/db/src/client.ts');
    expect(listed.resolve('@acme/db/private', FROM)).toBeUndefined();
    expect(monorepo({}).resolve('@acme/db/src/client', FROM)).toBe('../../packages/db/src/client.ts');
    expect(monorepo({}).resolve('@acme/db/client', FROM)).toBe('../../packages/db/src/client.ts');
  });

  test('from a package, relative and by its own alias', () => {
    const { resolve } = monorepo(
      {},
      {
        'packages/db/tsconfig.json': { compilerOptions: { paths: { '$/*': ['./src/*'] } } },
      },
    );
    expect(resolve('./client', INDEX)).toBe('../../packages/db/src/client.ts');
    expect(resolve('$/client', INDEX)).toBe('../../packages/db/src/client.ts');
    expect(resolve('$/client', FROM)).toBeUndefined();
  });

  test('an import of a package is written by its name', () => {
    const { specifierFor } = monorepo({ exports: { '.': './src/index.ts', './c': './src/client.ts' } });
    expect(specifierFor(INDEX, FROM)).toBe('@acme/db');
    expect(specifierFor('../../packages/db/src/client.ts', FROM)).toBe('@acme/db/c');
  });

  test('an installed package is never entered, a symlinked member is', () => {
    const folder = folderWith({
      ...nextApp({ workspaces: ['packages/*'] }),
      'tsconfig.json': {
        compilerOptions: { paths: { 'dep/*': ['./node_modules/dep/*'], 'db/*': ['./node_modules/db/*'] } },
      },
      'node_modules/dep/index.js': '',
      'packages/db/package.json': { name: 'db' },
      'packages/db/src/index.ts': '',
    });
    folder.link('node_modules/db', '../packages/db');
    const { resolve } = createResolver(projectIn(folder.root));
    expect(resolve('dep/index', 'app/page.tsx')).toBeUndefined();
    expect(resolve('../node_modules/dep/index.js', 'app/page.tsx')).toBeUndefined();
    expect(resolve('db/src/index', 'app/page.tsx')).toBe('packages/db/src/index.ts');
  });

  test('a folder linked from package.json counts without a workspace, inside the same repository', () => {
    const folder = folderWith({
      'web/package.json': { dependencies: { next: '16.0.0', shared: 'file:../shared' } },
      'web/app/page.tsx': '',
      'shared/package.json': { name: 'shared', main: 'index.ts' },
      'shared/index.ts': '',
    });
    const project = projectIn(`${folder.root}/web`);
    expect(createResolver(project).resolve('shared', 'app/page.tsx')).toBeUndefined();
    folder.commitAll();
    expect(createResolver(project).resolve('shared', 'app/page.tsx')).toBe('../shared/index.ts');
  });
});

test('a symlink inside the project resolves to the file itself, one that leaves it to nothing', () => {
  const outside = folderWith({ 'secret.ts': '' });
  const folder = folderWith({ ...nextApp(), 'lib/a.ts': '' });
  folder.link('lib/b.ts', 'a.ts');
  folder.link('lib/c.ts', `${outside.root}/secret.ts`);
  const { resolve } = createResolver(projectIn(folder.root));
  expect(resolve('./b', 'lib/x.ts')).toBe('lib/a.ts');
  expect(resolve('./c', 'lib/x.ts')).toBeUndefined();
});
