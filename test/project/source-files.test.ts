import { chmodSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { areOwnSources, isSourceFile } from '../../src/project/source-files.js';
import { filterOf, type SourceFileFilter } from '../../src/project/source-filter.js';
import { surveySources } from '../../src/project/survey.js';
import { nextApp, type ProjectFolder } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const NO_MARKS = { needles: [], marksOf: () => 0 };

const list = (folder: ProjectFolder, filter: SourceFileFilter = {}, app = '.') => {
  const { files, skipped } = surveySources(projectIn(`${folder.root}/${app}`), NO_MARKS);
  const isWanted = filterOf(filter);
  return { files: files.filter(isWanted), skipped: skipped.filter(({ path }) => isWanted(path)) };
};

const TREE = {
  ...nextApp(),
  '.gitignore': 'node_modules\n.next\n/generated/*\n!/generated/keep.ts\nbuild\n',
  'app/api/track/route.ts': '',
  'app/(auth)/sign/out/page.tsx': '',
  'app/.well-known/x/route.ts': '',
  'lib/a.js': '',
  'lib/b.mjs': '',
  'lib/c.cjs': '',
  'lib/d.mts': '',
  'lib/e.cts': '',
  'lib/f.jsx': '',
  'lib/types.d.ts': '',
  'lib/types.d.mts': '',
  'lib/data.json': '{}',
  'lib/nested/.gitignore': '*.gen.ts\n',
  'lib/nested/x.gen.ts': '',
  'lib/nested/x.ts': '',
  'generated/a.ts': '',
  'generated/keep.ts': '',
  'build/a.js': '',
  'dist/a.js': '',
  'out/a.js': '',
  'public/sw.js': '',
  'node_modules/x/index.js': '',
  '.next/server/a.js': '',
  '.signal-next/cache.js': '',
};

const EXPECTED = [
  'app/(auth)/sign/out/page.tsx',
  'app/.well-known/x/route.ts',
  'app/api/track/route.ts',
  'app/layout.tsx',
  'generated/keep.ts',
  'lib/a.js',
  'lib/b.mjs',
  'lib/c.cjs',
  'lib/d.mts',
  'lib/e.cts',
  'lib/f.jsx',
  'lib/nested/x.ts',
];

describe.each(['git', 'a walk'])('listed by %s', (how) => {
  const prepare = (files: Parameters<typeof folderWith>[0]): ProjectFolder => {
    const folder = folderWith(files);
    if (how === 'git') folder.git('init', '-q');
    return folder;
  };

  test('the sources of the project, in one order, without output, dependencies and declarations', () => {
    expect(list(prepare(TREE))).toEqual({ files: EXPECTED, skipped: [] });
  });

  test('build/ is a source folder unless it is ignored', () => {
    const folder = prepare({ ...nextApp(), 'build/tools.ts': '' });
    expect(list(folder).files).toContain('build/tools.ts');
  });

  test('another Next app inside is not this project; a library inside is', () => {
    const folder = prepare({
      ...nextApp(),
      'examples/demo/package.json': { dependencies: { next: '15.0.0' } },
      'examples/demo/app/page.tsx': '',
      'packages/ui/package.json': { peerDependencies: { next: '*' } },
      'packages/ui/index.ts': '',
    });
    expect(list(folder).files).toEqual(['app/layout.tsx', 'packages/ui/index.ts']);
  });

  test('a directory named like a file is skipped with a sentence, its files are not', () => {
    const folder = prepare({ ...nextApp(), 'app/x/route.ts/inner.ts': '' });
    const { files, skipped } = list(folder);
    expect(files).toContain('app/x/route.ts/inner.ts');
    expect(skipped).toEqual([{ path: 'app/x/route.ts', why: expect.stringContaining('is a directory') }]);
  });

  test('symlinks out of the project and broken ones are skipped with a reason, inner ones are listed once', () => {
    const outside = folderWith({ 'secret.ts': '' });
    const folder = prepare({ ...nextApp(), 'lib/a.ts': '' });
    folder.link('lib/out.ts', `${outside.root}/secret.ts`);
    folder.link('lib/gone.ts', 'nowhere.ts');
    folder.link('lib/same.ts', 'a.ts');
    folder.link('lib/loop', '..');
    expect(list(folder)).toEqual({
      files: ['app/layout.tsx', 'lib/a.ts'],
      skipped: [
        { path: 'lib/gone.ts', why: expect.stringContaining('leads nowhere') },
        {
          path: 'lib/out.ts',
          why: expect.stringContaining(`out of the project (to ${outside.root}/secret.ts)`),
        },
      ],
    });
  });

  test('odd names survive', () => {
    const folder = prepare({ ...nextApp(), 'lib/ü "q" \\ b.ts': '', 'lib/a b\nc.ts': '' });
    expect(list(folder).files).toEqual(['app/layout.tsx', 'lib/a b\nc.ts', 'lib/ü "q" \\ b.ts']);
  });

  test.each([
    [{ only: ['app/[locale]'] }, ['app/[locale]/a.ts', 'app/[locale]/b/route.ts']],
    [{ only: ['app/[locale]/*.ts'] }, ['app/[locale]/a.ts']],
    [{ only: ['./app/(shop)/'] }, ['app/(shop)/page.tsx']],
    [{ only: ['app/(shop)/**/*.tsx'] }, ['app/(shop)/page.tsx']],
    [{ only: ['**/route.ts'] }, ['app/[locale]/b/route.ts']],
    [
      { only: ['app/{[locale],(shop)}/**'] },
      ['app/(shop)/page.tsx', 'app/[locale]/a.ts', 'app/[locale]/b/route.ts'],
    ],
    [{ exclude: ['app/[locale]', 'lib/**'] }, ['app/(shop)/page.tsx', 'app/layout.tsx']],
    [{ only: ['lib'], exclude: ['**/*.test.ts'] }, ['lib/a.ts']],
    [{ only: ['.'], exclude: ['app'] }, ['lib/a.test.ts', 'lib/a.ts']],
    [{ only: ['nothing'] }, []],
  ])('%j', (filter, expected) => {
    const folder = prepare({
      ...nextApp(),
      'app/[locale]/a.ts': '',
      'app/[locale]/b/route.ts': '',
      'app/(shop)/page.tsx': '',
      'lib/a.ts': '',
      'lib/a.test.ts': '',
    });
    expect(list(folder, filter).files).toEqual(expected);
  });
});

describe('with git', () => {
  test('tracked, untracked and ignored-but-tracked files are listed; deleted ones are not', () => {
    const folder = folderWith({ ...nextApp(), 'lib/a.ts': '', 'lib/gone.ts': '', 'gen/tracked.ts': '' });
    folder.commitAll();
    folder.write('.gitignore', 'gen\n');
    folder.write('gen/new.ts', '');
    folder.write('lib/new.ts', '');
    folder.delete('lib/gone.ts');
    expect(list(folder).files).toEqual(['app/layout.tsx', 'gen/tracked.ts', 'lib/a.ts', 'lib/new.ts']);
  });

  test('a file in conflict is listed once', () => {
    const folder = folderWith({ ...nextApp(), 'lib/a.ts': '1' });
    folder.commitAll();
    folder.git('checkout', '-q', '-b', 'other');
    folder.write('lib/a.ts', '2');
    folder.git('commit', '-qam', 'two');
    folder.git('checkout', '-q', 'main');
    folder.write('lib/a.ts', '3');
    folder.git('commit', '-qam', 'three');
    expect(() => folder.git('merge', 'other')).toThrow();
    expect(list(folder).files).toEqual(['app/layout.tsx', 'lib/a.ts']);
  });

  test('an app in a sub-folder lists its own files only, by its own paths', () => {
    const folder = folderWith({
      '.gitignore': 'secret.ts\n',
      'web/package.json': { dependencies: { next: '16.0.0' } },
      'web/app/page.tsx': '',
      'web/secret.ts': '',
      'other/a.ts': '',
    });
    folder.git('init', '-q');
    expect(list(folder, {}, 'web').files).toEqual(['app/page.tsx']);
  });

  test('an empty directory named route.ts is found too', () => {
    const folder = folderWith({ ...nextApp(), 'app/x/route.ts/a': '' });
    folder.git('init', '-q');
    folder.delete('app/x/route.ts/a');
    expect(list(folder).skipped.map(({ path }) => path)).toEqual(['app/x/route.ts']);
  });

  test('the environment of a commit hook does not mislead it', () => {
    const folder = folderWith({
      'web/package.json': { dependencies: { next: '16.0.0' } },
      'web/app/page.tsx': '',
    });
    folder.commitAll();
    vi.stubEnv('GIT_DIR', '.git');
    vi.stubEnv('GIT_INDEX_FILE', '.git/nowhere');
    expect(list(folder, {}, 'web').files).toEqual(['app/page.tsx']);
  });
});

describe('of a few files', () => {
  test('the same is said as of all', () => {
    const folder = folderWith({ ...TREE, 'gen/tracked.ts': '', 'gen/other.ts': '', 'lib/[id]/*.ts': '' });
    folder.commitAll();
    folder.git('rm', '-q', '--cached', 'gen/other.ts', 'lib/a.js');
    folder.write('.gitignore', `${TREE['.gitignore']}gen\n`);
    const { files } = list(folder);
    const project = projectIn(folder.root);
    const all = [...Object.keys(TREE), 'gen/tracked.ts', 'gen/other.ts', 'lib/[id]/*.ts'].filter(
      isSourceFile,
    );
    expect(all.filter((path) => areOwnSources(project, [path])).sort()).toEqual(files);
    expect(files).toContain('gen/tracked.ts');
    expect(files).not.toContain('gen/other.ts');
  });

  test('nothing is said without git', () => {
    const folder = folderWith({ ...nextApp(), 'lib/a.ts': '' });
    expect(areOwnSources(projectIn(folder.root), ['lib/a.ts'])).toBe(false);
  });
});

describe('without git', () => {
  test('no git on the machine', () => {
    const folder = folderWith(TREE);
    folder.git('init', '-q');
    vi.stubEnv('PATH', '/nowhere');
    expect(list(folder).files).toEqual(EXPECTED);
  });

  test('a repository that git does not trust', () => {
    const folder = folderWith(TREE);
    folder.git('init', '-q');
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    expect(list(folder).files).toEqual(EXPECTED);
  });

  test('the .gitignore of folders above counts', () => {
    const folder = folderWith({
      '.gitignore': 'secret.ts\n/web/gen\n',
      'web/package.json': { dependencies: { next: '16.0.0' } },
      'web/app/page.tsx': '',
      'web/secret.ts': '',
      'web/gen/a.ts': '',
    });
    folder.git('init', '-q');
    vi.stubEnv('PATH', '/nowhere');
    expect(list(folder, {}, 'web').files).toEqual(['app/page.tsx']);
  });

  test('a .gitignore minds case as the file system does', () => {
    const folder = folderWith({
      ...nextApp(),
      '.gitignore': 'build\n',
      'app/api/Build/route.ts': '',
      'app/api/build/route.ts': '',
    });
    const isSensitive = folder.exists('app/api/Build') && !folder.exists('app/API/Build');
    expect(list(folder).files).toEqual(
      isSensitive ? ['app/api/Build/route.ts', 'app/layout.tsx'] : ['app/layout.tsx'],
    );
  });

  test('a project that its repository ignores as a whole is listed all the same', () => {
    const folder = folderWith({
      '.gitignore': 'scratch/\n',
      'scratch/package.json': { dependencies: { next: '16.0.0' } },
      'scratch/app/page.tsx': '',
      'scratch/.gitignore': '*.gen.ts',
      'scratch/x.gen.ts': '',
    });
    folder.git('init', '-q');
    expect(list(folder, {}, 'scratch').files).toEqual(['app/page.tsx']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read is passed over', () => {
    const folder = folderWith({ ...nextApp(), 'locked/a.ts': '' });
    chmodSync(`${folder.root}/locked`, 0o000);
    expect(list(folder).files).toEqual(['app/layout.tsx']);
    chmodSync(`${folder.root}/locked`, 0o755);
  });
});
