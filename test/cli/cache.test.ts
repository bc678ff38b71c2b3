import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FileContent, ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, CLIENT, committed, folderOf, PACKAGE, ROUTE } from './support/apps.js';
import { type CliResult, cli } from './support/run-cli.js';

const looked = vi.hoisted(() => ({ times: 0, meanwhile: () => {} }));

vi.mock(import('../../src/inspect/inspect.js'), async (original) => {
  const real = await original();
  return {
    ...real,
    inspectProject: (...given: Parameters<typeof real.inspectProject>) => {
      looked.times += 1;
      const inspection = real.inspectProject(...given);
      looked.meanwhile();
      return inspection;
    },
  };
});

afterEach(() => {
  looked.meanwhile = () => {};
  vi.unstubAllEnvs();
});

const CACHE = 'node_modules/.cache/signal-next';
const NEXT = { name: 'next', version: '16.0.0' };
const APP: Readonly<Record<string, FileContent>> = {
  ...APP_WITH_PROVIDER,
  'node_modules/next/package.json': NEXT,
};

interface Told extends CliResult {
  /** Whether the sources were looked at, and it was not only said again. */
  readonly isNew: boolean;
}

async function told(folder: ProjectFolder, ...args: string[]): Promise<Told> {
  const before = looked.times;
  const result = await cli(folder.root, ['check', ...args]);
  return { ...result, isNew: looked.times > before };
}

/** Says with the cache what it says without, and whether it had to look. */
async function cached(folder: ProjectFolder, ...args: string[]): Promise<Told> {
  const result = await told(folder, '--cache', ...args);
  expect({ ...result, isNew: true }).toEqual(await told(folder, ...args));
  return result;
}

async function checkedOnce(files: Readonly<Record<string, FileContent>> = {}): Promise<ProjectFolder> {
  const folder = committed({ ...APP, ...files });
  expect(await cached(folder)).toMatchObject({ isNew: true });
  return folder;
}

describe('where nothing has changed it is said again', () => {
  test.each([
    ['to a person', []],
    ['as JSON', ['--json']],
    ['as SARIF', ['--reporter', 'sarif']],
    ['with the coverage', ['--coverage', '--reporter', 'markdown']],
    ['strictly', ['--strict']],
  ])('%s', async (_, args) => {
    const folder = committed(APP);
    expect(await cached(folder, ...args)).toMatchObject({ isNew: true, code: 1 });
    expect(await cached(folder, ...args)).toMatchObject({ isNew: false, code: 1 });
  });

  test('in whatever form it is asked for', async () => {
    const folder = await checkedOnce();
    expect(await cached(folder, '--json')).toMatchObject({ isNew: false });
  });

  test('but not to who asks for something else', async () => {
    const folder = await checkedOnce();
    expect(await cached(folder, '--strict')).toMatchObject({ isNew: true });
    expect(await cached(folder, '--exclude', 'app/api')).toMatchObject({ isNew: true, code: 1 });
    expect(await cached(folder, '--client', '@/lib/a#b')).toMatchObject({ isNew: true });
    expect(await cached(folder)).toMatchObject({ isNew: false });
  });

  test('with the warnings on the way', async () => {
    const folder = await checkedOnce({ 'app/odd.ts/x.txt': '', 'app/broken.ts': `${ROUTE}(` });
    const again = await cached(folder);
    expect(again).toMatchObject({ isNew: false, code: 2 });
    expect(again.stderr).toMatch(/odd\.ts was passed over[\s\S]*broken\.ts:\d+:\d+ could not be parsed/);
  });

  test('in a clean app, whose check passes', async () => {
    const folder = committed(APP);
    await cli(folder.root, ['init', '--yes', '--skip-install']);
    await cli(folder.root, ['migrate', '--yes', '--no-typecheck', '--force']);
    folder.commitAll();
    expect(await cached(folder)).toMatchObject({ isNew: true, code: 0 });
    expect(await cached(folder)).toMatchObject({ isNew: false, code: 0 });
  });

  test('after a commit, a stash and back, and a new time', async () => {
    const folder = await checkedOnce();
    folder.write('app/api/order/route.ts', `${ROUTE}// more\n`);
    expect(await cached(folder)).toMatchObject({ isNew: true });
    folder.git('stash', '-q');
    await cached(folder);
    folder.git('commit', '-q', '--allow-empty', '-m', 'Nothing');
    utimesSync(join(folder.root, 'lib/signal.ts'), 1_700_000_000, 1_700_000_000);
    expect(await cached(folder)).toMatchObject({ isNew: false });
  });

  test('whether a file was added to git, or committed', async () => {
    const folder = committed({ ...APP });
    folder.write('lib/new.ts', 'export const a = 1;\n');
    await cached(folder);
    folder.git('add', '-A');
    expect(await cached(folder)).toMatchObject({ isNew: false });
    folder.git('commit', '-q', '-m', 'Add');
    expect(await cached(folder)).toMatchObject({ isNew: false });
  });

  test('in a repository with hashes of the newer kind', async () => {
    const folder = folderOf(APP);
    folder.git('init', '-q', '--object-format=sha256');
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'Start');
    await settled(folder);
    await cached(folder);
    expect(await cached(folder)).toMatchObject({ isNew: false });
  });
});

/** Makes every file older than the index, so that git needs no look at its bytes. */
async function settled(folder: ProjectFolder): Promise<void> {
  for (const path of folder.git('ls-files', '-z').split('\0').filter(Boolean))
    utimesSync(join(folder.root, path), 1_000_000_000, 1_000_000_000);
  folder.git('update-index', '-q', '--refresh');
}

describe('what a check rests on makes it look again', () => {
  const FORWARDED = ROUTE.replace('signal.capture', 'void signal.capture');
  test.each<[string, Readonly<Record<string, FileContent>>]>([
    ['a file with a call', { 'app/api/order/route.ts': FORWARDED }],
    ['a file without one', { 'lib/other.ts': 'export const a = 1;\n' }],
    ['the client', { 'lib/signal.ts': CLIENT.replace('signal =', 'tracker =') }],
    [
      'the version of Next.js that git ignores',
      { 'node_modules/next/package.json': { ...NEXT, version: '14.2.0' } },
    ],
    ['package.json', { 'package.json': { ...PACKAGE, dependencies: { next: '^16.0.0' } } }],
    ['the aliases', { 'tsconfig.json': { compilerOptions: { paths: { '~/*': ['./*'] } } } }],
    ['the configuration of Next.js', { 'next.config.js': "module.exports = { output: 'export' };\n" }],
    ['our configuration', { 'signal-next.config.json': { exclude: ['app/api'] } }],
    ['the baseline', { 'signal-next-baseline.json': '{ "version": 1, "findings": [] }\n' }],
    ['a formatter', { '.prettierrc': '{}' }],
    ['what git ignores', { '.gitignore': 'node_modules\n.env.local\nlib/\n' }],
    ['a middleware', { 'middleware.ts': 'export function middleware() {}\n' }],
  ])('%s', async (_, changed) => {
    const folder = await checkedOnce();
    for (const [path, content] of Object.entries(changed)) folder.write(path, content);
    expect(await cached(folder)).toMatchObject({ isNew: true });
    await cached(folder);
    expect(await cached(folder)).toMatchObject({ isNew: false });
  });

  test('a file that is gone, moved or no file any more', async () => {
    const folder = await checkedOnce();
    const [from, to] = ['app/api/order', 'app/api/orders'].map((path) => join(folder.root, path));
    renameSync(from ?? '', to ?? '');
    expect(await cached(folder)).toMatchObject({ isNew: true });
    folder.delete('app/providers.tsx');
    expect(await cached(folder)).toMatchObject({ isNew: true });
    folder.delete('lib/signal.ts');
    folder.link('lib/signal.ts', '../client.ts');
    expect(await cached(folder)).toMatchObject({ isNew: true });
    folder.write('client.ts', CLIENT);
    expect(await cached(folder)).toMatchObject({ isNew: true });
  });

  test('a file with the same size and time', async () => {
    const folder = await checkedOnce();
    await settled(folder);
    await cached(folder);
    // Git compares the times of status changes in seconds.
    await setTimeout(1100);
    folder.write('app/api/order/route.ts', ROUTE.replace('POST', 'PUTT'));
    utimesSync(join(folder.root, 'app/api/order/route.ts'), 1_000_000_000, 1_000_000_000);
    expect(await cached(folder)).toMatchObject({ isNew: true });
  });

  test('a package of the workspace, outside of the folder', async () => {
    const folder = committed({
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      '.gitignore': 'node_modules\n',
      ...Object.fromEntries(Object.entries(APP).map(([path, content]) => [`apps/web/${path}`, content])),
      'apps/web/lib/signal.ts': "export { signal } from '../../../packages/tracking/client';\n",
      'packages/tracking/package.json': { name: 'tracking', private: true },
      'packages/tracking/client.ts': CLIENT,
    });
    const web = { ...folder, root: join(folder.root, 'apps/web') };
    expect(await cached(web)).toMatchObject({ isNew: true, code: 1 });
    expect(await cached(web)).toMatchObject({ isNew: false, code: 1 });
    folder.write('packages/tracking/client.ts', CLIENT.replace('createSignalServer', 'createOther'));
    expect(await cached(web)).toMatchObject({ isNew: true });
    folder.write('pnpm-workspace.yaml', 'packages: []\n');
    expect(await cached(web)).toMatchObject({ isNew: true });
  });

  test('a file of a submodule', async () => {
    const inner = committed({ 'track.ts': ROUTE });
    const folder = committed(APP);
    folder.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'lib/inner');
    folder.git('commit', '-qm', 'Add a submodule');
    await cached(folder);
    expect(await cached(folder)).toMatchObject({ isNew: false });
    folder.write('lib/inner/track.ts', `${ROUTE}\nsignal.capture({ distinctId: 'u1', event: 'e' });\n`);
    expect(await cached(folder)).toMatchObject({ isNew: true });
  });

  test('line ends that git converts', async () => {
    const folder = committed({ ...APP, '.gitattributes': '*.ts text\n' });
    await settled(folder);
    await cached(folder);
    folder.write('app/api/order/route.ts', ROUTE.replaceAll('\n', '\r\n'));
    folder.git('add', '-A');
    await settled(folder);
    expect(await cached(folder)).toMatchObject({ isNew: true });
  });

  test('an edit that is saved while the files are looked at', async () => {
    const folder = committed(APP);
    looked.meanwhile = () => folder.write('app/api/order/route.ts', FORWARDED);
    await told(folder, '--cache');
    looked.meanwhile = () => {};
    expect(await cached(folder)).toMatchObject({ isNew: true });
  });

  test('permissions', async () => {
    const folder = await checkedOnce();
    chmodSync(join(folder.root, 'lib/signal.ts'), 0o755);
    await cached(folder);
    expect(await cached(folder)).toMatchObject({ isNew: false });
  });
});

describe('nothing is kept', () => {
  const none = (folder: ProjectFolder): void => expect(existsSync(join(folder.root, CACHE))).toBe(false);

  test('where nobody asks for it', async () => {
    const folder = committed(APP);
    await told(folder);
    none(folder);
  });

  test('without node_modules, and without git', async () => {
    const { 'node_modules/next/package.json': _, ...bare } = APP;
    const folder = committed(bare);
    await cached(folder);
    expect(folder.exists('node_modules')).toBe(false);
    const untracked = folderOf(APP);
    vi.stubEnv('GIT_CEILING_DIRECTORIES', join(untracked.root, '..'));
    await cached(untracked);
    expect(await cached(untracked)).toMatchObject({ isNew: true });
    none(untracked);
  });

  test('where a filter of the configuration may have made the files', async () => {
    const folder = committed(APP);
    folder.git('config', 'filter.odd.clean', 'cat');
    expect(await cached(folder)).toMatchObject({ isNew: true });
    expect(await cached(folder)).toMatchObject({ isNew: true });
    none(folder);
  });

  test.each([
    ['some files', ['app/api/order/route.ts']],
    ['what changed', ['--changed', 'HEAD']],
    ['a fix', ['--fix']],
    ['a new baseline', ['--update-baseline']],
  ])('of a check of %s', async (_, args) => {
    const folder = committed(APP);
    await told(folder, '--cache', ...args);
    none(folder);
  });

  test('where a person was asked which app is meant', async () => {
    const { 'node_modules/next/package.json': next, ...app } = APP;
    const folder = committed({
      'package.json': { workspaces: ['apps/*'] },
      '.gitignore': 'node_modules\n',
      'node_modules/next/package.json': NEXT,
      ...Object.fromEntries(
        ['apps/a', 'apps/b'].flatMap((root) =>
          Object.entries(app).map(([path, content]) => [`${root}/${path}`, content]),
        ),
      ),
    });
    folder.delete('apps/b/app/api/order/route.ts');
    const check = (answer: string) =>
      cli(folder.root, ['check', '--cache'], { answer: () => answer }).then(({ stdout }) => stdout);
    expect(await check('apps/a')).toContain('1 Signal call');
    expect(await check('apps/b')).not.toContain('1 Signal call');
    none(folder);
  });

  test('through a symlink', async () => {
    const elsewhere = folderOf({});
    const folder = committed(APP);
    folder.link('node_modules/.cache', elsewhere.root);
    expect(await cached(folder)).toMatchObject({ isNew: true });
    expect(await cached(folder)).toMatchObject({ isNew: true });
    expect(readdirSync(elsewhere.root)).toEqual([]);
  });
});

describe('what is kept is not believed', () => {
  const files = (folder: ProjectFolder): string[] =>
    readdirSync(join(folder.root, CACHE)).map((name) => `${CACHE}/${name}`);

  test('when it is damaged', async () => {
    const folder = await checkedOnce();
    const [path = ''] = files(folder);
    writeFileSync(join(folder.root, path), folder.read(path).replace('ordered', 'ORDERED'));
    expect(await cached(folder)).toMatchObject({ isNew: true });
    expect(await cached(folder)).toMatchObject({ isNew: false });
  });

  test('when somebody has committed it', async () => {
    const folder = await checkedOnce();
    folder.git('add', '-f', ...files(folder));
    folder.git('commit', '-qm', 'Cache');
    await settled(folder);
    expect(await cached(folder)).toMatchObject({ isNew: true });
    expect(await cached(folder)).toMatchObject({ isNew: true });
  });

  test('in another folder', async () => {
    const folder = await checkedOnce();
    const copy = folderOf({});
    cpSync(folder.root, copy.root, { recursive: true });
    execFileSync('git', ['update-index', '-q', '--refresh'], { cwd: copy.root });
    expect(await cached(copy)).toMatchObject({ isNew: true });
  });
});

test('a run that was stopped midway is told each time', async () => {
  const folder = committed({ ...APP, '.gitignore': 'node_modules\n.signal-next\n' });
  await cli(folder.root, ['migrate', '--yes', '--no-typecheck']);
  const runs = join(folder.root, '.signal-next/runs');
  const run = join(runs, readdirSync(runs).at(-1) ?? '');
  await cached(folder);
  expect(await cached(folder)).toMatchObject({ isNew: false });
  renameSync(join(run, 'journal.json'), join(run, 'open.json'));
  for (let time = 0; time < 2; time += 1)
    expect((await cached(folder)).stderr).toContain('was stopped midway');
});
