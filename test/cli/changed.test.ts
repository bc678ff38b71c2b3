import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedFiles } from '../../src/gate/changed-files.js';
import type { ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, committed, folderOf, PACKAGE, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

const PAY = 'app/api/pay/route.ts';
const FILES = { ...APP_WITH_PROVIDER, [PAY]: ROUTE };

const under = (prefix: string, files: object): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}/${path}`, text]));

/** Gives the folder a remote whose default branch is what is committed now. */
function withRemote(folder: ProjectFolder): ProjectFolder {
  const remote = folderOf({});
  remote.git('init', '-q', '--bare', '-b', 'main');
  folder.git('remote', 'add', 'origin', remote.root);
  folder.git('push', '-q', 'origin', 'main');
  folder.git('remote', 'set-head', 'origin', 'main');
  return remote;
}

async function changed(folder: { readonly root: string }, ...args: string[]) {
  const { code, stdout, stderr } = await cli(folder.root, ['check', '--json', '--changed', ...args]);
  const report = JSON.parse(stdout);
  const findings: { rule: string; path: string }[] = report.projects.flatMap(
    (project: { findings: object[] }) => project.findings,
  );
  return { code, stderr, mode: report.mode, found: findings.map(({ rule, path }) => `${rule} ${path}`) };
}

/** What a run in `folder` compares, relative to it. */
function paths(
  folder: { readonly root: string },
  base?: string,
  env: Record<string, string | undefined> = {},
): string[] {
  const found = changedFiles(folder.root, base, env);
  return [...found.paths].map((path) => path.slice(folder.root.length + 1)).sort();
}

describe('check --changed', () => {
  test('says what is found in what differs from where the branch began, and passes without', async () => {
    const folder = committed(FILES);
    withRemote(folder);
    folder.git('checkout', '-q', '-b', 'topic');
    expect(await changed(folder)).toMatchObject({ code: 0, mode: 'changed', found: [] });

    folder.write(PAY, ROUTE.replace('ordered', 'paid'));
    expect(await changed(folder)).toMatchObject({ code: 1, found: [`session-not-forwarded ${PAY}`] });
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'Pay');
    expect((await changed(folder)).found).toEqual([`session-not-forwarded ${PAY}`]);

    // What the base got in the meantime is not this branch's.
    folder.git('checkout', '-q', 'main');
    folder.write('app/api/later/route.ts', ROUTE);
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'Later');
    folder.git('push', '-q', 'origin', 'main');
    folder.git('checkout', '-q', 'topic');
    expect((await changed(folder)).found).toEqual([`session-not-forwarded ${PAY}`]);
    expect((await changed(folder, 'origin/main')).found).toEqual([`session-not-forwarded ${PAY}`]);
  });

  test('names what it compared with', async () => {
    const folder = committed(FILES);
    withRemote(folder);
    const base = folder.git('rev-parse', 'HEAD').trim().slice(0, 10);
    const note = async (...args: string[]) => (await changed(folder, ...args)).stderr;
    expect(await note()).toBe(
      'note: Compared with origin/main, which has all that HEAD has: only what is in no commit counts as changed.\n',
    );
    expect(await note('HEAD')).toBe(
      'note: Compared with HEAD: only what is in no commit counts as changed.\n',
    );
    folder.git('checkout', '-q', '-b', 'topic');
    folder.write('a.txt', 'a');
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'A');
    expect(await note()).toBe(`note: Compared with origin/main, which this branch left at ${base}.\n`);
    expect(await note('main')).toBe(`note: Compared with main, which this branch left at ${base}.\n`);
    folder.git('remote', 'set-head', 'origin', '-d');
    folder.git('branch', '-q', '--set-upstream-to', 'origin/main');
    expect(await note()).toContain('Compared with origin/main,');
  });

  test('goes through helpers in both directions', async () => {
    const folder = committed({
      ...FILES,
      'lib/track.ts': `import { signal } from './signal';\n\nexport function track(id: string) {\n  signal.capture({ distinctId: id, event: 'x' });\n}\n`,
      'lib/order.ts': `import { track } from './track';\n\nexport function order(id: string) {\n  track(id);\n}\n`,
      'app/api/a/route.ts': `import { order } from '@/lib/order';\n\nexport async function POST(request: Request) {\n  order(request.url);\n  return Response.json({});\n}\n`,
    });
    const lost = 'session-lost app/api/a/route.ts';
    for (const path of ['lib/track.ts', 'lib/order.ts', 'app/api/a/route.ts']) {
      const text = folder.read(path);
      folder.write(path, `// changed\n${text}`);
      expect([path, (await changed(folder, 'HEAD')).found]).toEqual([path, [lost]]);
      folder.write(path, text);
    }
  });

  test('takes a submodule at another commit for changed with all that is in it', async () => {
    const tracking = (body: string): string =>
      `import { createSignalServer } from 'signal-next/server';\n\nexport const signal = createSignalServer({ apiKey: 'k' });\n\nexport function track(id: string) {\n${body}}\n`;
    const inner = committed({
      'package.json': { name: 'tracking', private: true, main: 'index.ts' },
      'index.ts': tracking(''),
    });
    const folder = committed({
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      ...under('apps/web', {
        ...FILES,
        'package.json': { ...PACKAGE, dependencies: { ...PACKAGE.dependencies, tracking: '*' } },
        'app/api/a/route.ts': `import { track } from 'tracking';\n\nexport async function POST(request: Request) {\n  track(request.url);\n  return Response.json({});\n}\n`,
      }),
      '.gitignore': 'node_modules\n',
    });
    folder.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      inner.root,
      'packages/tracking',
    );
    mkdirSync(join(folder.root, 'node_modules'));
    symlinkSync('../packages/tracking', join(folder.root, 'node_modules/tracking'));
    folder.git('commit', '-qam', 'Track');
    inner.write('index.ts', tracking("  signal.capture({ distinctId: id, event: 'x' });\n"));
    inner.git('commit', '-qam', 'Capture');
    const args = ['HEAD', '--app', 'apps/web', '--include', 'workspace-packages'];
    expect((await changed(folder, ...args)).found).toEqual([]);
    folder.git('-C', 'packages/tracking', 'pull', '-q');
    expect((await changed(folder, ...args)).found).toEqual(['session-lost app/api/a/route.ts']);
  });

  test('works for an app in a folder of the repository, and for several', async () => {
    const folder = committed({
      'package.json': { workspaces: ['apps/*'] },
      ...under('apps/web', FILES),
      ...under('apps/admin', FILES),
    });
    folder.write(`apps/admin/${PAY}`, ROUTE.replace('ordered', 'paid'));
    const found = [`session-not-forwarded ${PAY}`];
    expect((await changed(folder, 'HEAD', '--all')).found).toEqual(found);
    expect((await changed(folder, 'HEAD', '--app', 'apps/web')).found).toEqual([]);
    expect((await changed({ root: join(folder.root, 'apps/admin') }, 'HEAD')).found).toEqual(found);
  });

  test('ends with 2 and says what git lacks', async () => {
    const none = folderOf(FILES);
    const outside = await changed(none);
    expect(outside).toMatchObject({ code: 2 });
    expect(outside.stderr).toContain('is in no git repository. Run the check without --changed.');
    const alone = committed(FILES);
    expect((await changed(alone)).stderr).toContain('Name the base: --changed=<branch>.');
    expect((await changed(alone, 'nowhere')).stderr).toContain(
      '--changed names nowhere, and there is no such commit here. Fetch it',
    );
    expect((await changed(alone, PAY)).stderr).toContain('Files go before --changed.');
  });
});

/** An app with findings, and all of them. */
async function everything(): Promise<{ readonly folder: ProjectFolder; readonly found: readonly string[] }> {
  const folder = committed({
    ...FILES,
    'tsconfig.json': { extends: './base.json' },
    'base.json': { compilerOptions: { strict: true, paths: { '@/*': ['./*'] } } },
  });
  const { stdout } = await cli(folder.root, ['check', '--json']);
  const [{ findings }] = JSON.parse(stdout).projects;
  const found = findings.map(({ rule, path }: { rule: string; path: string }) => `${rule} ${path}`);
  return { folder, found: found.sort() };
}

/** An app in which nothing is to be done, with one call that joins its session. */
async function cleanApp(more: Readonly<Record<string, string>> = {}): Promise<ProjectFolder> {
  const folder = committed({ ...APP_WITH_PROVIDER, ...more });
  await cli(folder.root, ['init', '--yes']);
  await cli(folder.root, ['migrate', '--yes', '--no-typecheck']);
  folder.delete('.signal-next');
  folder.git('add', '-A');
  folder.git('commit', '-q', '-m', 'Set up');
  expect((await cli(folder.root, ['check'])).code).toBe(0);
  return folder;
}

describe('check --changed says what a change brings about in files that it leaves alone', () => {
  const LOST = 'app/api/a/route.ts';
  const caller = (from: string, call: string): string =>
    `import { ${/^\w+/.exec(call)?.[0]} } from '${from}';\n\nexport async function POST(request: Request) {\n  ${call};\n  return Response.json({});\n}\n`;
  const capture = caller('@/lib', "signal.capture({ distinctId: 'me', event: 'x' })");
  const NOOP = 'export const signal = { capture(event: object) {} };\n';
  const forwarded = `session-not-forwarded ${LOST}`;

  test('by the barrel that it gets the client from', async () => {
    const folder = await cleanApp({
      [LOST]: capture,
      'lib/noop.ts': NOOP,
      'lib/index.ts': "export { signal } from './noop';\n",
    });
    folder.write('lib/index.ts', "export { signal } from './signal';\n");
    expect(await changed(folder, 'HEAD')).toMatchObject({ code: 1, found: [forwarded] });
  });

  test('by the module that makes the client', async () => {
    const folder = await cleanApp({
      [LOST]: capture,
      'lib/noop.ts': NOOP,
      'lib/index.ts': "export { signal } from './noop';\n",
    });
    folder.write('lib/noop.ts', folder.read('lib/signal.ts'));
    expect((await changed(folder, 'HEAD')).found).toContain(forwarded);
  });

  test('by the barrel that it gets a helper from', async () => {
    const folder = await cleanApp({
      [LOST]: caller('@/lib/tracking', "track('me')"),
      'lib/track.ts':
        "import { signal } from './signal';\n\nexport function track(id: string) {\n  signal.capture({ distinctId: id, event: 'x' });\n}\n",
      'lib/noop.ts': 'export function track(id: string) {}\n',
      'lib/tracking.ts': "export { track } from './noop';\n",
    });
    folder.write('lib/tracking.ts', "export { track } from './track';\n");
    expect(await changed(folder, 'HEAD')).toMatchObject({ code: 1, found: [`session-lost ${LOST}`] });
  });

  test('by what had a call refused', async () => {
    const folder = await cleanApp({
      'app/act.ts':
        "'use server';\n\nimport { signal } from '@/lib/signal';\n\nexport async function act() {\n  signal.capture({ distinctId: 'me', event: 'x' });\n}\n",
      'scripts/act.ts': "import { act } from '../app/act';\n\nact();\n",
    });
    folder.delete('scripts/act.ts');
    expect((await changed(folder, 'HEAD')).found).toContain('session-not-forwarded app/act.ts');
  });

  test('by a component that renders no provider any more', async () => {
    const folder = await cleanApp();
    folder.write(
      'app/providers.tsx',
      "import type { ReactNode } from 'react';\n\nexport function Providers({ children }: { children: ReactNode }) {\n  return children;\n}\n",
    );
    expect(await changed(folder, 'HEAD')).toMatchObject({
      code: 1,
      found: ['provider-missing app/layout.tsx'],
    });
  });

  test('by the Signal module that is gone', async () => {
    const folder = await cleanApp();
    folder.delete('lib/signal.ts');
    expect((await changed(folder, 'HEAD')).found).toContain('signal-module-missing lib/signal-server.ts');
  });

  test('by what decides about the whole app, with a note', async () => {
    const { found: all } = await everything();
    for (const [path, text] of [
      ['tsconfig.json', JSON.stringify({ extends: './base.json' })],
      [
        'base.json',
        JSON.stringify({ compilerOptions: { strict: true, paths: { '@/*': ['./*'] } } }, null, 2),
      ],
      ['next.config.ts', 'export default {};\n'],
      ['signal-next.config.json', '{ "rules": {} }'],
      [
        'package.json',
        JSON.stringify({ ...PACKAGE, dependencies: { next: '^15.0.0', 'signal-next': '^0.1.0' } }),
      ],
      ['package.json', JSON.stringify({ ...PACKAGE, 'signal-next': {} })],
    ] as const) {
      const { folder } = await everything();
      folder.write(path, text);
      const { code, stderr, found } = await changed(folder, 'HEAD');
      expect([path, code, [...found].sort()]).toEqual([path, 1, all]);
      expect(stderr).toContain(
        `note: ${path} has changed, on which all of the app depends, so whatever is found there is reported.\n`,
      );
    }
  });

  test('by a baseline that is gone', async () => {
    const { folder, found: all } = await everything();
    await cli(folder.root, ['check', '--update-baseline']);
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'Baseline');
    expect((await changed(folder, 'HEAD')).code).toBe(0);
    folder.delete('signal-next-baseline.json');
    expect([...(await changed(folder, 'HEAD')).found].sort()).toEqual(all);
  });

  test('by the version of Next.js that the catalog of the workspace names, and no other', async () => {
    const catalog = (next: string, react: string): string =>
      `packages:\n  - apps/*\ncatalog:\n  next: ${next}\n  react: ${react}\n`;
    const folder = committed({
      'package.json': { name: 'top', private: true },
      'pnpm-workspace.yaml': catalog('^16.0.0', '^19.0.0'),
      ...under('apps/web', { ...FILES, 'package.json': { ...PACKAGE, dependencies: { next: 'catalog:' } } }),
    });
    folder.write('pnpm-workspace.yaml', catalog('^16.0.0', '^19.1.0'));
    expect((await changed(folder, 'HEAD', '--all')).found).toEqual([]);
    folder.write('pnpm-workspace.yaml', catalog('^15.0.0', '^19.0.0'));
    const { stderr, found } = await changed(folder, 'HEAD', '--all');
    expect(found).toContain(`session-not-forwarded ${PAY}`);
    expect(stderr).toContain('pnpm-workspace.yaml has changed, on which all of apps/web depends');
  });

  test('but not by what in package.json decides nothing', async () => {
    const { folder } = await everything();
    folder.write('package.json', {
      ...PACKAGE,
      version: '2.0.0',
      scripts: { build: 'next build' },
      dependencies: { ...PACKAGE.dependencies, react: '^19.0.0' },
    });
    folder.write('data.json', '{}');
    expect(await changed(folder, 'HEAD')).toMatchObject({ code: 0, found: [] });
  });

  test('and nothing that was there before, whatever the files share', async () => {
    const folder = committed({
      ...FILES,
      'lib/utils.ts':
        "export { signal } from './signal';\n\nexport const cn = (...names: string[]) => names.join(' ');\n",
      'app/api/a/route.ts': capture.replace('@/lib', '@/lib/utils'),
      'lib/db.ts': "import { signal } from './signal';\n\nexport const db = signal;\n",
    });
    for (const path of ['lib/utils.ts', 'lib/db.ts', 'app/layout.tsx', 'tests/x.test.ts'])
      folder.write(path, `// changed\n${folder.exists(path) ? folder.read(path) : ''}`);
    folder.write('app/api/b/route.ts', 'export async function GET() {\n  return Response.json({});\n}\n');
    expect(await changed(folder, 'HEAD')).toMatchObject({ code: 0, found: [] });
  });

  test('as far as it is found in the files that are named', async () => {
    const folder = await cleanApp({
      [LOST]: capture,
      'app/api/b/route.ts': capture,
      'lib/noop.ts': NOOP,
      'lib/index.ts': "export { signal } from './noop';\n",
    });
    folder.write('lib/index.ts', "export { signal } from './signal';\n");
    const { stdout } = await cli(folder.root, ['check', '--json', LOST, '--changed', 'HEAD']);
    const [{ findings }] = JSON.parse(stdout).projects;
    expect(findings.map(({ path }: { path: string }) => path)).toEqual([LOST]);
  });
});

describe('the changed files', () => {
  test('are those of commits, staged, not staged, untracked, deleted and renamed', () => {
    const folder = committed({
      'committed.ts': '1',
      'staged.ts': '1',
      'edited.ts': '1',
      'deleted.ts': '1',
      'removed.ts': '1',
      'renamed.ts': 'a text that is long enough to be known again\n',
      'same.ts': '1',
      '.gitignore': 'ignored.ts\n',
    });
    folder.git('tag', 'base');
    folder.write('committed.ts', '2');
    folder.git('commit', '-qam', 'Two');
    folder.write('staged.ts', '2');
    folder.git('add', 'staged.ts');
    folder.write('edited.ts', '2');
    folder.delete('deleted.ts');
    folder.git('rm', '-q', 'removed.ts');
    folder.git('mv', 'renamed.ts', 'other.ts');
    folder.write('untracked/new.ts', '1');
    folder.write('ignored.ts', '1');
    expect(paths(folder, 'base')).toEqual([
      'committed.ts',
      'deleted.ts',
      'edited.ts',
      'other.ts',
      'removed.ts',
      'renamed.ts',
      'staged.ts',
      'untracked/new.ts',
    ]);
  });

  test('are given as they were at the base', () => {
    const texts = { 'a.ts': 'a é\n', 'b.ts': '', 'c.ts': 'same\n', 'd.ts': 'same\n', 'gone.ts': 'gone' };
    const folder = committed(texts);
    for (const path of ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'new.ts']) folder.write(path, 'new');
    folder.delete('gone.ts');
    folder.git('add', 'a.ts');
    const changes = changedFiles(folder.root, 'HEAD', {});
    const before = changes.before([...changes.paths]);
    const byName = [...before].map(([path, text]) => [path.slice(folder.root.length + 1), text]);
    expect(Object.fromEntries(byName)).toEqual({ ...texts, 'new.ts': '' });
  });

  test('may be named with spaces, other scripts, line breaks and the signs of patterns', () => {
    const odd = [
      'a b/[id]/(shop)/é ü/日本.ts',
      '*.ts',
      'line\nbreak.ts',
      ' leading.ts',
      '"quoted".ts',
      ':(top)x.ts',
    ];
    const folder = committed(Object.fromEntries(odd.map((path) => [path, '1'])));
    for (const path of odd.slice(0, 3)) folder.write(path, '2');
    folder.write('neu/ö ä.ts', '1');
    expect(paths(folder, 'HEAD')).toEqual([...odd.slice(0, 3), 'neu/ö ä.ts'].sort());
  });

  test("are told without the repository's own programs and preferences", () => {
    const folder = committed({ 'a.ts': '1', 'web/b.ts': '1', '.gitattributes': '*.ts diff=own\n' });
    folder.git('config', 'diff.external', 'touch external-ran; false');
    folder.git('config', 'diff.own.textconv', 'touch textconv-ran; cat');
    folder.git('config', 'diff.relative', 'true');
    folder.git('config', 'core.pager', 'touch pager-ran');
    folder.git('config', 'core.fsmonitor', 'touch fsmonitor-ran; false');
    folder.git('config', 'color.ui', 'always');
    folder.write('a.ts', '2');
    const inside = changedFiles(join(folder.root, 'web'), 'HEAD', {});
    expect([...inside.paths]).toEqual([join(folder.root, 'a.ts')]);
    for (const ran of ['external-ran', 'textconv-ran', 'pager-ran', 'fsmonitor-ran'])
      expect([ran, folder.exists(ran)]).toEqual([ran, false]);
  });

  test('are compared with what the service says that the change goes to', () => {
    const folder = committed({ 'a.ts': '1' });
    withRemote(folder);
    folder.git('checkout', '-q', '-b', 'release');
    folder.write('release.ts', '1');
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'Release');
    folder.git('push', '-q', 'origin', 'release');
    const sha = folder.git('rev-parse', 'HEAD').trim();
    folder.git('checkout', '-q', '-b', 'topic');
    folder.write('topic.ts', '1');
    expect(paths(folder)).toEqual(['release.ts', 'topic.ts']);
    for (const env of [
      { GITHUB_BASE_REF: 'release' },
      { CI_MERGE_REQUEST_DIFF_BASE_SHA: sha },
      { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release' },
    ]) {
      expect(paths(folder, undefined, env)).toEqual(['topic.ts']);
    }
    expect(() => paths(folder, undefined, { GITHUB_BASE_REF: 'gone' })).toThrow(
      'GITHUB_BASE_REF names origin/gone, and there is no such commit here.',
    );
    folder.git('remote', 'set-head', 'origin', '-d');
    folder.git('branch', '-q', '--set-upstream-to', 'origin/release');
    expect(paths(folder)).toEqual(['topic.ts']);
  });

  test('ask for the history that a shallow clone lacks', () => {
    const folder = committed({ 'a.ts': '1' });
    const remote = withRemote(folder);
    folder.git('checkout', '-q', '-b', 'topic');
    for (const text of ['2', '3']) {
      folder.write('a.ts', text);
      folder.git('commit', '-qam', text);
    }
    folder.git('push', '-q', 'origin', 'topic');
    const into = folderOf({});
    const clone = join(into.root, 'clone');
    mkdirSync(clone);
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: clone, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    git('clone', '-q', '--depth', '1', '--branch', 'topic', `file://${remote.root}`, '.');
    const at = { root: clone };
    expect(() => paths(at, undefined, { GITHUB_BASE_REF: 'main' })).toThrow(
      /shallow clone, which lacks origin\/main.* `fetch-depth: 0`/,
    );
    const alone = /lacks what came before HEAD, and origin\/topic is HEAD itself\. .*`fetch-depth: 0`/;
    expect(() => paths(at)).toThrow(alone);
    git('remote', 'set-head', 'origin', 'topic');
    git('branch', '-q', '--unset-upstream');
    expect(() => paths(at)).toThrow(alone);
    expect(paths(at, 'HEAD')).toEqual([]);
    git('fetch', '-q', '--depth', '1', 'origin', 'main:refs/remotes/origin/main');
    expect(() => paths(at, undefined, { GITHUB_BASE_REF: 'main' })).toThrow(
      /lacks the commit at which this branch left origin\/main.* `fetch-depth: 0`.*`git fetch --unshallow`/,
    );
    git('fetch', '-q', '--unshallow');
    expect(paths(at, undefined, { GITHUB_BASE_REF: 'main' })).toEqual(['a.ts']);
  });

  test('cannot be told without git, or in a repository without a commit', () => {
    const folder = folderOf({ 'a.ts': '1' });
    folder.git('init', '-q');
    expect(() => paths(folder, 'HEAD')).toThrow('this repository has none yet');
    const { PATH } = process.env;
    process.env.PATH = folder.root;
    try {
      expect(() => paths(folder, 'HEAD')).toThrow('--changed asks git, which is not installed here');
    } finally {
      process.env.PATH = PATH;
    }
  });
});
