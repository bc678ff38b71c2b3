import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/plan-file/model.js';
import type { ProjectFolder } from '../support/project-folder.js';
import { APP, APP_WITH_PROVIDER, committed, folderOf, ROUTE, snapshot } from './support/apps.js';
import { cli } from './support/run-cli.js';

const schema: AnySchema = JSON.parse(
  readFileSync(new URL('../../schemas/migrate-plan.v1.schema.json', import.meta.url), 'utf8'),
);
const isPlan = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const HELPER = `import { signal } from '@/lib/signal';

export function track(id: string) {
  signal.capture({ distinctId: id, event: 'tracked' });
}
`;
const CALLER = `import { track } from '@/lib/track';

export async function POST(request: Request) {
  const { id } = await request.json();
  track(id);
  return Response.json({});
}
`;

/** Two routes of their own, and two that call a helper. */
const SHOP = {
  ...APP_WITH_PROVIDER,
  'app/api/cart/route.ts': ROUTE,
  'lib/track.ts': HELPER,
  'app/api/one/route.ts': CALLER,
  'app/api/two/route.ts': CALLER,
};

async function planned(folder: ProjectFolder, ...flags: string[]): Promise<PlanFile> {
  const result = await cli(folder.root, ['migrate', '--plan', 'plan.json', ...flags]);
  expect(result).toMatchObject({ code: 0 });
  return JSON.parse(folder.read('plan.json')) as PlanFile;
}

function apply(folder: ProjectFolder, ...flags: string[]) {
  return cli(folder.root, ['migrate', '--apply', 'plan.json', '--yes', ...flags]);
}

/** What `migrate --yes` makes of the files. */
async function migrated(files: typeof SHOP): Promise<Record<string, string>> {
  const folder = committed(files);
  await cli(folder.root, ['migrate', '--yes']);
  return snapshot(folder);
}

function withoutPlan({ 'plan.json': _, ...files }: Record<string, string>): Record<string, string> {
  return files;
}

describe('migrate --plan', () => {
  test('writes a plan that its schema describes, and nothing else', async () => {
    const folder = committed(SHOP);
    const before = snapshot(folder);
    const { stderr, stdout } = await cli(folder.root, ['migrate', '--plan', 'plan.json']);
    expect(stderr).toContain(
      'plan.json plans 5 changes in 7 files. Nothing else was written. Next: npx signal-next migrate --apply plan.json',
    );
    expect(stdout).toContain('3 Signal calls: 0 forwarded, 3 fixable, 0 refused, 0 suppressed');
    expect(withoutPlan(snapshot(folder))).toEqual(before);
    expect(folder.exists('.signal-next')).toBe(false);
    const plan: PlanFile = JSON.parse(folder.read('plan.json'));
    expect(isPlan(plan), JSON.stringify(isPlan.errors)).toBe(true);
    expect(plan.projects[0]?.hunks.map(({ id }) => id)).toEqual([
      'app/api/cart/route.ts#POST',
      'app/api/one/route.ts#POST',
      'app/api/order/route.ts#POST',
      'app/api/two/route.ts#POST',
      'app/providers.tsx#provider',
    ]);
    expect(plan.projects[0]?.hunks[1]).toMatchObject({
      handsTo: [{ path: 'lib/track.ts', function: 'track' }],
      needs: ['lib/signal.ts', 'lib/track.ts'],
    });
    expect(plan.projects[0]?.hunks[2]?.calls).toEqual([
      {
        method: 'capture',
        line: 5,
        verdict: 'fixable',
        why: expect.stringContaining('does not forward the session'),
        scope: { kind: 'route-handler', name: 'POST' },
      },
    ]);
  });

  test('names functions and not lines, so that ids stay when lines move', async () => {
    const folder = committed(SHOP);
    const ids = (plan: PlanFile) => plan.projects.flatMap(({ hunks }) => hunks.map(({ id }) => id));
    const first = ids(await planned(folder));
    folder.write('app/api/order/route.ts', `// Orders.\n\n\n${ROUTE}`);
    expect(ids(await planned(folder))).toEqual(first);
  });

  test('lists what is refused, with the reason', async () => {
    const folder = committed({
      ...SHOP,
      'app/page.tsx': `import { signal } from '@/lib/signal';\n\nexport default function Page() {\n  signal.capture({ distinctId: 'u', event: 'seen' });\n  return null;\n}\n`,
    });
    expect((await planned(folder)).projects[0]?.refused).toMatchObject([
      { path: 'app/page.tsx', line: 4, reason: 'server-component' },
    ]);
  });

  test('writes over a plan, and over nothing else', async () => {
    const folder = committed(SHOP);
    await planned(folder);
    await planned(folder);
    const { code, stderr } = await cli(folder.root, ['migrate', '--plan', 'package.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('package.json exists and is no plan, so it was not written over.');
    expect(folder.git('status', '--porcelain', 'package.json')).toBe('');
  });
});

describe('migrate --apply', () => {
  test('does exactly what migrate would, can be undone, and says when it has been done', async () => {
    const folder = committed(SHOP);
    const before = snapshot(folder);
    await planned(folder);
    const first = await apply(folder);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('3 Signal calls: 0 forwarded, 3 fixed, 0 refused, 0 suppressed');
    expect(withoutPlan(snapshot(folder))).toEqual(await migrated(SHOP));
    const again = await apply(folder);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toContain('plan.json has been applied already.');
    expect((await cli(folder.root, ['undo'])).code).toBe(0);
    expect(withoutPlan(snapshot(folder))).toEqual(before);
  });

  test('creates a file that the plan creates', async () => {
    const { 'lib/signal.ts': _, ...rest } = APP;
    const folder = committed({
      ...rest,
      'app/api/order/route.ts': ROUTE.replace('@/lib/signal', 'signal-next/server')
        .replace('{ signal }', '{ createSignalServer }')
        .replace('export', "const signal = createSignalServer({ apiKey: 'k' });\n\nexport"),
    });
    const plan = await planned(folder);
    expect(plan.projects[0]?.files.map(({ action }) => action)).toContain('create');
    expect(await apply(folder)).toMatchObject({ code: 0 });
    expect(folder.exists('lib/signal-server.ts')).toBe(true);
  });

  test('takes the options from the plan', async () => {
    const folder = committed(SHOP);
    await planned(folder, '--distinct-id', 'keep', '--only', 'app/api/order');
    expect(await apply(folder)).toMatchObject({ code: 0 });
    expect(folder.read('app/api/order/route.ts')).toContain('distinctId: id, event');
    expect(folder.read('app/api/cart/route.ts')).toBe(ROUTE);
    const { code, stderr } = await apply(folder, '--only', 'lib');
    expect(code).toBe(2);
    expect(stderr).toContain('from the plan');
  });

  test('names what is stale and writes nothing; with --partial it does the rest', async () => {
    const folder = committed(SHOP);
    await planned(folder);
    folder.write('app/api/order/route.ts', `${ROUTE}// mine\n`);
    folder.git('commit', '-qam', 'Mine');
    const before = snapshot(folder);
    const refused = await apply(folder);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(
      '1 change of plan.json is stale:\n  app/api/order/route.ts#POST: app/api/order/route.ts has changed since the plan was made\nNothing was written. Make the plan again, or apply the rest with --partial.',
    );
    expect(snapshot(folder)).toEqual(before);
    const partial = await apply(folder, '--partial');
    expect(partial.code).toBe(0);
    expect(partial.stdout).toContain('3 Signal calls: 0 forwarded, 2 fixed, 1 fixable');
    expect(folder.read('app/api/order/route.ts')).toBe(`${ROUTE}// mine\n`);
    expect(folder.read('app/api/cart/route.ts')).toContain('getSessionInfo');
  });

  test('counts a change as stale whose helper has changed', async () => {
    const folder = committed(SHOP);
    await planned(folder);
    folder.write('lib/track.ts', `${HELPER}// mine\n`);
    folder.git('commit', '-qam', 'Mine');
    const { stderr } = await apply(folder, '--partial');
    expect(stderr).toContain('app/api/one/route.ts#POST: lib/track.ts has changed');
    expect(stderr).toContain('app/api/two/route.ts#POST: lib/track.ts has changed');
    expect(folder.read('app/api/one/route.ts')).toBe(CALLER);
    expect(folder.read('lib/track.ts')).toBe(`${HELPER}// mine\n`);
    expect(folder.read('app/api/order/route.ts')).toContain('getSessionInfo');
  });

  test('leaves alone what came after the plan', async () => {
    const folder = committed(SHOP);
    await planned(folder);
    folder.write('app/api/late/route.ts', ROUTE);
    expect(await apply(folder)).toMatchObject({ code: 0 });
    expect(folder.read('app/api/late/route.ts')).toBe(ROUTE);
  });

  test('guards uncommitted work, and asks without --yes', async () => {
    const folder = committed(SHOP);
    folder.write('app/api/order/route.ts', `${ROUTE}// mine\n`);
    await planned(folder);
    expect((await apply(folder)).stderr).toContain('uncommitted changes');
    const unasked = await cli(folder.root, ['migrate', '--apply', 'plan.json', '--force']);
    expect(unasked.stderr).toContain('Answer it with --yes.');
    expect(await apply(folder, '--force')).toMatchObject({ code: 0 });
  });

  test.each([
    ['an edit', (plan: string) => plan.replace('getSessionInfo(request)', 'steal(request)')],
    ['a created text or an import', (plan: string) => plan.replace('getSessionInfo', 'evil')],
    ['a hash', (plan: string) => plan.replace(/"after": "[0-9a-f]{8}/, '"after": "00000000')],
    ['a path', (plan: string) => plan.replaceAll('app/api/cart/route.ts', 'app/api/order/other.ts')],
    ['a file left out', (plan: string) => edited(plan, (one) => one.files.pop())],
    ['a hunk left out', (plan: string) => edited(plan, (one) => one.hunks.shift())],
    [
      'a file more',
      (plan: string) => edited(plan, (one) => one.files.push({ ...one.files[0], path: 'x.ts' })),
    ],
  ])('refuses a plan that was edited by hand: %s', async (_, edit) => {
    const folder = committed(SHOP);
    await planned(folder);
    const before = snapshot(folder);
    const text = edit(folder.read('plan.json'));
    expect(text).not.toBe(folder.read('plan.json'));
    folder.write('plan.json', text);
    const { code, stderr } = await apply(folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Nothing was written\./);
    expect(withoutPlan(snapshot(folder))).toEqual(withoutPlan(before));
  });

  test.each([
    ['../outside.ts'],
    ['/etc/hosts'],
    ['app/../../outside.ts'],
    ['C:/outside.ts'],
    ['app\\outside.ts'],
    ['app//outside.ts'],
  ])('refuses a path that may lead out of the project: %s', async (path) => {
    const folder = committed(SHOP);
    await planned(folder);
    folder.write(
      'plan.json',
      folder.read('plan.json').replaceAll('app/api/cart/route.ts"', `${JSON.stringify(path).slice(1, -1)}"`),
    );
    // The schema does not know whether packages beside the app were asked for.
    expect(isPlan(JSON.parse(folder.read('plan.json')))).toBe(path.startsWith('../'));
    expect((await apply(folder)).stderr).toContain(
      'plan.json is damaged: "projects" is not what signal-next writes.',
    );
  });

  test('writes through no symbolic link that leads out of the project', async () => {
    const outside = folderOf({ 'route.ts': ROUTE });
    const folder = folderOf(SHOP);
    await planned(folder);
    folder.delete('app/api/cart/route.ts');
    symlinkSync(join(outside.root, 'route.ts'), join(folder.root, 'app/api/cart/route.ts'));
    const { code } = await apply(folder);
    expect(code).toBe(2);
    expect(outside.read('route.ts')).toBe(ROUTE);
    expect(folder.read('app/api/order/route.ts')).toBe(ROUTE);
  });

  test('refuses the plan of another version, of another app, and what is no plan', async () => {
    const folder = committed(SHOP);
    await planned(folder);
    const text = folder.read('plan.json');
    folder.write('plan.json', text.replace(/"version": "[^"]*"/, '"version": "99.0.0"'));
    expect((await apply(folder)).stderr).toContain('was made by signal-next 99.0.0');
    folder.write('plan.json', text.replace('"name": "shop"', '"name": "blog"'));
    expect((await apply(folder)).stderr).toContain('is a plan for blog (.), and this is shop (.)');
    for (const broken of ['', '[]', '{}', '{ "tool": { "name": "signal-next" }'])
      expect(await applying(folder, broken)).toMatch(/plan\.json is no plan of signal-next/);
    folder.delete('plan.json');
    expect((await apply(folder)).stderr).toContain('plan.json does not exist.');
  });

  test.each([
    [['--plan', 'p.json', '--apply', 'p.json'], '--plan and --apply exclude each other'],
    [['--plan', 'p.json', '--dry-run'], '--plan and --dry-run exclude each other'],
    [['--apply', 'p.json', '--interactive'], '--apply and --interactive exclude each other'],
    [['--interactive', '--yes'], '--yes and --interactive exclude each other'],
    [['--partial'], '--partial belongs to --apply'],
  ])('refuses %j', async (flags, message) => {
    const { code, stderr } = await cli(folderOf(SHOP).root, ['migrate', ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

interface Editable {
  hunks: unknown[];
  files: { path: string }[];
}

function edited(text: string, edit: (project: Editable) => void): string {
  const plan: { projects: Editable[] } = JSON.parse(text);
  const [project] = plan.projects;
  if (project) edit(project);
  return JSON.stringify(plan);
}

async function applying(folder: ProjectFolder, text: string): Promise<string> {
  folder.write('plan.json', text);
  return (await apply(folder)).stderr;
}
