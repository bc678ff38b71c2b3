import { describe, expect, test } from 'vitest';
import {
  APP,
  APP_WITH_PROVIDER,
  CLIENT,
  committed,
  folderOf,
  PROVIDERS,
  ROUTE,
  snapshot,
} from './support/apps.js';
import { cli } from './support/run-cli.js';

async function setUp(folder: { readonly root: string }): Promise<void> {
  expect((await cli(folder.root, ['init', '--yes', '--skip-install'])).code).toBe(0);
  expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
}

describe('check', () => {
  test('shows each finding with its place, where the request is to be had, and what to run', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stdout, stderr } = await cli(folder.root, ['check']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('error[provider-without-tracing-headers]');
    expect(stdout).toContain('error[signal-module-incomplete]');
    expect(stdout).toContain('error[session-not-forwarded]: capture() in the POST route handler');
    expect(stdout).toContain('--> app/api/order/route.ts:5:10');
    expect(stdout).toMatch(
      /3 \| export async function POST\(request: Request\) \{\n *\| +-+ the request is at hand here/,
    );
    expect(stdout).toMatch(/\^{7} sessionId and windowId are missing here/);
    expect(stdout).toContain('= run: npx signal-next migrate');
    expect(stdout).toContain('1 Signal call: 0 forwarded, 1 fixable, 0 refused, 0 suppressed');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'To fix: npx signal-next init, then npx signal-next migrate',
    );
  });

  test('is clean after init and migrate, and says so', async () => {
    const folder = committed(APP);
    await setUp(folder);
    expect(await cli(folder.root, ['check'])).toEqual({
      code: 0,
      stdout:
        '1 Signal call: 1 forwarded, 0 fixable, 0 refused, 0 suppressed\nNothing to do: migrate and init would change nothing.\n',
      stderr: '',
    });
  });

  test('where there is a node_modules writes its cache there with --cache, and else nothing', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, '.gitignore': 'node_modules\n' });
    folder.write('node_modules/next/package.json', { name: 'next', version: '16.0.0' });
    const before = snapshot(folder);
    const uncached = await cli(folder.root, ['check']);
    expect(snapshot(folder)).toEqual(before);
    for (const _ of ['writes', 'reads'])
      expect(await cli(folder.root, ['check', '--cache'])).toEqual(uncached);
    const kept = Object.keys(snapshot(folder)).filter((path) => !(path in before));
    expect(kept).toEqual([expect.stringMatching(/^node_modules\/\.cache\/signal-next\/check-\w{12}$/)]);
    for (const path of kept) folder.delete(path);
    expect(snapshot(folder)).toEqual(before);
  });

  test('writes nothing, not even its own folder', async () => {
    const folder = committed(APP);
    await cli(folder.root, ['check']);
    await cli(folder.root, ['migrate', '--dry-run']);
    await cli(folder.root, ['init', '--dry-run']);
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('says out loud that it found no Signal call', async () => {
    const { 'app/api/order/route.ts': _, ...files } = APP;
    const folder = committed(files);
    await setUp(folder);
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('No Signal calls were found.');
    expect(stdout).toContain('createSignalServer()');
  });

  test('names the target flags in the commands it advises', async () => {
    const folder = folderOf({ 'package.json': { workspaces: ['apps/*'] }, ...under('apps/my shop', APP) });
    const { code, stdout } = await cli(folder.root, ['check', '--app', 'apps/my shop']);
    expect(code).toBe(1);
    expect(stdout).toContain('npx signal-next migrate --app "apps/my shop"');
  });

  test('shows twenty frames and still names every other place', async () => {
    const calls = Array.from({ length: 30 }, (_, index) => [
      `app/api/r${String(index).padStart(2, '0')}/route.ts`,
      ROUTE,
    ]);
    const folder = committed({ ...APP_WITH_PROVIDER, ...Object.fromEntries(calls) });
    const { stdout } = await cli(folder.root, ['check']);
    expect(stdout.match(/^error\[/gm)).toHaveLength(20);
    expect(stdout).toContain('13 more findings in 13 files:');
    for (const [path] of calls) expect(stdout).toContain(path);
  });

  test('passes with refused calls, names each by reason and path, and fails with --strict', async () => {
    const folder = committed({
      ...APP,
      ...Object.fromEntries(
        Array.from({ length: 25 }, (_, index) => [
          `lib/jobs/job${index}.ts`,
          `import { signal } from '@/lib/signal';\n\nsignal.capture({ distinctId: 'a', event: 'loaded' });\n`,
        ]),
      ),
    });
    await setUp(folder);
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('refused (25): runs when the module loads');
    for (let index = 0; index < 25; index += 1) expect(stdout).toContain(`  lib/jobs/job${index}.ts:3\n`);
    const strict = await cli(folder.root, ['check', '--strict']);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('25 warnings to look at, which --strict lets fail the check.');
  });

  test('reports the rest when a file cannot be parsed or read, and ends with 2', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'app/api/broken/route.ts': "import { signal } from '@/lib/signal';\nsignal.capture({ ;\n",
      'lib/latin.ts': Buffer.from("// caf\u00e9\nsignal.capture({ event: 'a' });\n", 'latin1'),
      'lib/nobodys.ts': Buffer.from('// caf\u00e9\n', 'latin1'),
    });
    const { code, stdout, stderr } = await cli(folder.root, ['check']);
    expect(code).toBe(2);
    expect(stderr).not.toContain('nobodys');
    expect(stderr).toMatch(
      /error: app\/api\/broken\/route\.ts:2:18 could not be parsed: .+ Correct the syntax/,
    );
    expect(stderr).toMatch(
      /error: lib\/latin\.ts could not be read\. .*not valid UTF-8.*Save lib\/latin\.ts as UTF-8/,
    );
    expect(stdout).toContain('app/api/order/route.ts:5:10');
    expect(stdout).toContain('1 Signal call: 0 forwarded, 1 fixable');

    const without = await cli(folder.root, ['check', '--exclude', 'app/api/broken', 'lib/latin.ts']);
    expect(without.code).toBe(1);
    expect(without.stderr).toBe('');
  });

  test('does not call a project done whose only trouble is a file that cannot be parsed', async () => {
    const folder = committed(APP);
    await setUp(folder);
    folder.write('app/api/broken/route.ts', "import { signal } from '@/lib/signal';\nsignal.capture({ ;\n");
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(2);
    expect(stdout).toContain('Nothing to do in the rest, but 1 file could not be read.');
  });

  test('looks at the chosen files only, and says when there are none', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'app/api/items/[id]/route.ts': ROUTE,
      'app/(shop)/cart/route.ts': ROUTE,
    });
    const only = async (...globs: string[]) => (await cli(folder.root, ['check', '--only', ...globs])).stdout;
    expect(await only('app/api/items/[id]/route.ts')).toContain('1 Signal call:');
    expect(await only('app/api/items/[id]')).toContain('1 Signal call:');
    expect(await only('app/(shop)', 'app/api')).toContain('3 Signal calls:');
    expect(await only('app/**/route.ts')).toContain('3 Signal calls:');
    expect((await cli(folder.root, ['check', '--exclude', 'app/api/**'])).stdout).toContain('1 Signal call:');
    expect((await cli(folder.root, ['check', '--only', 'aap'])).stderr).toContain(
      'no source file of this app matches --only and --exclude',
    );
  });

  test('shows what init cannot do as a warning with the reason, and does not fail for it', async () => {
    const folder = committed({ ...APP, 'app/layout.tsx': "export { default } from 'some-ui/layout';\n" });
    await setUp(folder);
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('warning[provider-missing]');
    expect(stdout).toContain('app/layout.tsx:1:1');
    expect(stdout).toMatch(/= help: The component that app\/layout\.tsx exports is not written in it\. /);
    expect(stdout).toContain('Nothing to do: migrate and init would change nothing.');
  });

  test('names each kind of request scope', async () => {
    const call = "signal.capture({ distinctId: 'a', event: 'seen' });";
    const folder = committed({
      ...APP,
      'app/actions.ts': `'use server';\n\nimport { signal } from '@/lib/signal';\n\nexport async function subscribe() {\n  ${call}\n}\n`,
      'pages/api/old.ts': `import { signal } from '@/lib/signal';\n\nexport default function handler(req, res) {\n  ${call}\n  res.end();\n}\n`,
      'app/form.tsx': `import { signal } from '@/lib/signal';\n\nexport function Form() {\n  return <form action={async () => { 'use server'; ${call} }} />;\n}\n`,
      'pages/old.tsx': `import { signal } from '@/lib/signal';\n\nexport async function getServerSideProps({ req }) {\n  ${call}\n  return { props: {} };\n}\n\nexport default function Page() {\n  return null;\n}\n`,
    });
    const { stdout } = await cli(folder.root, ['check']);
    for (const place of [
      'the POST route handler',
      'the subscribe Server Action',
      'an unnamed Server Action',
      'the API route',
      'getServerSideProps',
    ])
      expect(stdout).toContain(`capture() in ${place} does not forward the session`);
  });

  test('says that addTracingHeaders is switched off, and where, without failing for it', async () => {
    const folder = committed({
      ...APP,
      'app/providers.tsx': PROVIDERS.replace(
        "projectId: 'shop'",
        "projectId: 'shop', addTracingHeaders: false",
      ),
    });
    await setUp(folder);
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('warning[provider-tracing-disabled]');
    expect(stdout).toContain('npx signal-next init --force');
    expect(folder.read('app/providers.tsx')).toContain('addTracingHeaders: false');
  });

  test('finds the same through a client that a workspace package builds', async () => {
    const folder = committed({
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      'packages/analytics/package.json': { name: 'analytics', main: 'index.ts' },
      'packages/analytics/index.ts': CLIENT,
      ...under('apps/web', {
        ...APP,
        'app/api/order/route.ts': ROUTE.replace("'@/lib/signal'", "'../../../../../packages/analytics'"),
      }),
    });
    folder.delete('apps/web/lib/signal.ts');
    const { stdout } = await cli(folder.root, ['check', '--app', 'apps/web']);
    expect(stdout).toContain('1 Signal call: 0 forwarded, 1 fixable');
  });
});

function under<Content>(folder: string, files: Readonly<Record<string, Content>>): Record<string, Content> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}
