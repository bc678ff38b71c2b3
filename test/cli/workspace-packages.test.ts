import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { FileContent, ProjectFolder } from '../support/project-folder.js';
import { CLIENT, committed, LAYOUT_WITH_PROVIDERS, PROVIDERS, TSCONFIG } from './support/apps.js';
import { cli } from './support/run-cli.js';

const HELPER = `import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`;
const ROUTE = `import { trackOrder } from '@acme/analytics/server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId);
  return Response.json({ ok: true });
}
`;
const ROUTE_PATH = 'app/api/orders/route.ts';
const HELPER_PATH = 'packages/analytics/src/server.ts';
const INCLUDE = ['--include', 'workspace-packages'];

const APP: Readonly<Record<string, FileContent>> = {
  'package.json': {
    name: 'app',
    dependencies: { next: '^16.0.0', 'signal-next': '^0.1.0', '@acme/analytics': '*' },
  },
  'tsconfig.json': TSCONFIG,
  'app/layout.tsx': LAYOUT_WITH_PROVIDERS,
  'app/providers.tsx': PROVIDERS,
  [ROUTE_PATH]: ROUTE,
};

function workspace(more: Readonly<Record<string, FileContent>> = {}): ProjectFolder {
  const files: Record<string, FileContent> = {
    'package.json': { name: 'root', private: true, workspaces: ['apps/*', 'packages/*'] },
    'packages/analytics/package.json': {
      name: '@acme/analytics',
      private: true,
      exports: { './server': './src/server.ts' },
      dependencies: { 'signal-next': '^0.1.0' },
    },
    [HELPER_PATH]: HELPER,
  };
  for (const name of ['web', 'shop'])
    for (const [path, content] of Object.entries(APP)) files[`apps/${name}/${path}`] = content;
  return committed({ ...files, ...more });
}

const outside: string[] = [];
afterEach(() => {
  for (const folder of outside.splice(0)) rmSync(folder, { recursive: true });
});

describe('a helper in a package of the workspace', () => {
  test('is refused, and the refusal says how to have it changed', async () => {
    const folder = workspace();
    const { code, stdout } = await cli(join(folder.root, 'apps/web'), ['migrate', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('refused (1): belongs to another package');
    expect(stdout).toContain('Run again with `--include workspace-packages`');
    expect(folder.read(HELPER_PATH)).toBe(HELPER);
  });

  test('takes the session when it is asked for, and undo brings all of it back', async () => {
    const folder = workspace();
    const web = join(folder.root, 'apps/web');
    const migrated = await cli(web, ['migrate', '--yes', ...INCLUDE]);
    expect(migrated.code).toBe(0);
    expect(migrated.stdout).toContain('1 Signal call: 0 forwarded, 1 fixed, 0 refused, 0 suppressed');
    expect(migrated.stderr).toMatch(/edited +\.\.\/\.\.\/packages\/analytics\/src\/server\.ts/);
    expect(folder.read(HELPER_PATH)).toContain('trackOrder(userId: string, session?: SessionInfo)');
    expect(folder.read(`apps/web/${ROUTE_PATH}`)).toContain('trackOrder(userId, session)');
    expect(folder.read(`apps/shop/${ROUTE_PATH}`)).toBe(ROUTE);

    // Whoever asks, the call forwards now; the other app has yet to give its session.
    for (const flags of [[], INCLUDE]) expect((await cli(web, ['check', ...flags])).code).toBe(0);
    const other = await cli(folder.root, ['check', '--app', 'apps/shop']);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('error[session-lost]');

    expect((await cli(web, ['undo'])).code).toBe(0);
    expect(folder.git('status', '--porcelain')).toBe('');
  });

  test('is changed when the configuration asks for it', async () => {
    const folder = workspace({ 'apps/web/signal-next.config.json': { include: ['workspace-packages'] } });
    const checked = await cli(folder.root, ['check', '--app', 'apps/web']);
    expect(checked.stdout).toContain('1 Signal call: 0 forwarded, 1 fixable, 0 refused');
    expect((await cli(folder.root, ['check', '--app', 'apps/web', '--fix'])).stderr).toContain(HELPER_PATH);
    expect(folder.read(HELPER_PATH)).toContain('session?: SessionInfo');
  });

  test('is part of a plan, which can be applied', async () => {
    const folder = workspace();
    const place = mkdtempSync(join(tmpdir(), 'signal-next-plan-'));
    outside.push(place);
    const plan = join(place, 'plan.json');
    const web = join(folder.root, 'apps/web');
    expect((await cli(web, ['migrate', '--plan', plan, ...INCLUDE])).code).toBe(0);
    expect(folder.git('status', '--porcelain')).toBe('');
    const applied = await cli(web, ['migrate', '--yes', '--apply', plan]);
    expect({ code: applied.code, stderr: applied.stderr }).toMatchObject({ code: 0 });
    expect(folder.read(HELPER_PATH)).toContain('session?: SessionInfo');

    // A plan chooses among what would be done; what else it names is not written.
    writeFileSync(plan, readFileSync(plan, 'utf8').replaceAll('../../packages/', '../../../packages/'));
    expect((await cli(web, ['undo'])).code).toBe(0);
    const forged = await cli(web, ['migrate', '--yes', '--apply', plan]);
    expect(forged.code).toBe(2);
    expect(folder.git('status', '--porcelain')).toBe('');
  });

  test('is planned for one app at a time', async () => {
    const folder = workspace();
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes', '--all', ...INCLUDE]);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'apps/shop and apps/web would both change packages/analytics/src/server.ts. Run the command for one app after the other: --app apps/shop, then --app apps/web. Nothing was written.',
    );
    expect(folder.git('status', '--porcelain')).toBe('');
    for (const app of ['apps/shop', 'apps/web'])
      expect((await cli(folder.root, ['migrate', '--yes', '--force', '--app', app, ...INCLUDE])).code).toBe(
        0,
      );
    expect((await cli(folder.root, ['check', '--all', ...INCLUDE])).code).toBe(0);
  });

  test('keeps uncommitted work from being written over', async () => {
    const folder = workspace();
    folder.write(HELPER_PATH, `${HELPER}// mine\n`);
    const { code, stderr } = await cli(join(folder.root, 'apps/web'), ['migrate', '--yes', ...INCLUDE]);
    expect(code).toBe(2);
    expect(stderr).toContain('would be edited:\n  ../../packages/analytics/src/server.ts\n');
  });

  test('is left alone where a link leads out of its package', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'signal-next-elsewhere-'));
    outside.push(elsewhere);
    writeFileSync(join(elsewhere, 'server.ts'), HELPER);
    const folder = workspace();
    rmSync(join(folder.root, 'packages/analytics/src'), { recursive: true });
    folder.link('packages/analytics/src', elsewhere);
    await cli(join(folder.root, 'apps/web'), ['migrate', '--yes', '--force', ...INCLUDE]);
    expect(readFileSync(join(elsewhere, 'server.ts'), 'utf8')).toBe(HELPER);
  });
});

test('a client of a package does not make its module the Signal module of the app', async () => {
  const folder = workspace({ [HELPER_PATH]: CLIENT });
  folder.write(
    `apps/web/${ROUTE_PATH}`,
    ROUTE.replace('{ trackOrder }', '{ signal }').replace(
      'trackOrder(userId)',
      "signal.capture({ distinctId: userId, event: 'ordered' })",
    ),
  );
  const { code } = await cli(join(folder.root, 'apps/web'), ['migrate', '--yes', '--force', ...INCLUDE]);
  expect(code).toBe(0);
  expect(folder.read('apps/web/lib/signal-server.ts')).toContain('export function getSessionInfo');
  expect(folder.read(HELPER_PATH)).toBe(CLIENT);
});
