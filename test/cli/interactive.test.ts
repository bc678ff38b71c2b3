import { describe, expect, test } from 'vitest';
import type { ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, committed, ROUTE, snapshot } from './support/apps.js';
import { cli } from './support/run-cli.js';

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
const TWO = `import { signal } from '@/lib/signal';

export async function GET(request: Request) {
  signal.capture({ distinctId: request.url, event: 'read' });
  return new Response(null, { headers: { id: request.headers.get('id') ?? '' } });
}

export async function POST(request: Request) {
  signal.capture({ distinctId: await request.text(), event: 'written' });
  return Response.json({});
}
`;

const SHOP = {
  ...APP_WITH_PROVIDER,
  'app/api/both/route.ts': TWO,
  'lib/track.ts': HELPER,
  'app/api/one/route.ts': CALLER,
  'app/api/two/route.ts': CALLER,
};

/** Answers the questions for hunks one by one, and the last question with yes. */
async function walk(folder: ProjectFolder, ...answers: readonly string[]) {
  const left = [...answers];
  const result = await cli(folder.root, ['migrate', '--interactive'], {
    answer: (message) => {
      if (!message.startsWith('Make this change?')) return true;
      const next = left.shift();
      if (next === undefined) throw new Error(`asked once more than expected: ${message}`);
      return next;
    },
  });
  expect(left, 'unused answers').toEqual([]);
  return result;
}

function changed(folder: ProjectFolder): string[] {
  return folder
    .git('diff', '--name-only')
    .split('\n')
    .filter((path) => path !== '');
}

// In this order: both GET, both POST, one, order, two, the provider.
describe('migrate --interactive', () => {
  test('with a yes to all does what migrate does', async () => {
    const folder = committed(SHOP);
    const { code, stderr } = await walk(folder, 'y', 'Y', 'yes', 'y', 'y', 'y');
    expect(code).toBe(0);
    expect(stderr).toMatch(/\(1\/6\) app\/api\/both\/route\.ts {2}GET\n/);
    expect(stderr).toContain('+  const { sessionId, windowId, distinctId } = getSessionInfo(request);');
    const other = committed(SHOP);
    await cli(other.root, ['migrate', '--yes']);
    expect(snapshot(folder)).toEqual(snapshot(other));
  });

  test('makes what got a yes, with the import and the Signal module that it needs, and nothing else', async () => {
    const folder = committed(SHOP);
    const { code, stdout } = await walk(folder, 'n', 'y', 'n', 'n', 'n', 'n');
    expect(code).toBe(0);
    expect(stdout).toContain('4 Signal calls: 0 forwarded, 1 fixed, 3 fixable, 0 refused, 0 suppressed');
    expect(changed(folder)).toEqual(['app/api/both/route.ts', 'lib/signal.ts']);
    const text = folder.read('app/api/both/route.ts');
    expect(text).toContain("import { signal, getSessionInfo } from '@/lib/signal';");
    expect(text.split('getSessionInfo(request)')).toHaveLength(2);
    expect(text).toContain("signal.capture({ distinctId: request.url, event: 'read' });");
    // What was left out can be made later.
    await cli(folder.root, ['migrate', '--yes']);
    expect((await cli(folder.root, ['check'])).code).toBe(0);
  });

  test('changes a helper as long as one of its callers goes with it', async () => {
    const folder = committed(SHOP);
    await walk(folder, 'n', 'n', 'y', 'n', 'n', 'n');
    expect(changed(folder)).toEqual(['app/api/one/route.ts', 'lib/signal.ts', 'lib/track.ts']);
    expect(folder.read('lib/track.ts')).toContain('track(id: string, session?: SessionInfo)');
    expect(folder.read('app/api/two/route.ts')).toBe(CALLER);
  });

  test('leaves a helper alone that no caller hands the session to', async () => {
    const folder = committed(SHOP);
    await walk(folder, 'n', 'n', 'n', 'y', 'n', 'n');
    expect(changed(folder)).toEqual(['app/api/order/route.ts', 'lib/signal.ts']);
    expect(folder.read('lib/track.ts')).toBe(HELPER);
  });

  test('a takes the rest of the file, q leaves the rest out', async () => {
    const folder = committed(SHOP);
    await walk(folder, 'a', 'n', 'q');
    expect(changed(folder)).toEqual(['app/api/both/route.ts', 'lib/signal.ts']);
    expect(folder.read('app/api/both/route.ts').split('getSessionInfo(request)')).toHaveLength(3);
  });

  test('the provider alone can be chosen', async () => {
    const folder = committed(SHOP);
    await walk(folder, 'n', 'n', 'n', 'n', 'n', 'y');
    expect(changed(folder)).toEqual(['app/providers.tsx']);
  });

  test('explains a change on ?, and the keys on anything else', async () => {
    const folder = committed(SHOP);
    const { stderr } = await walk(folder, '?', 'what', 'n', 'n', '?', 'y', 'q');
    expect(stderr).toContain(
      'app/api/both/route.ts:4  capture() is fixable, in the GET route handler; the request is at hand here.',
    );
    expect(stderr).toContain('The session goes on to track() in lib/track.ts, which makes the Signal call.');
    expect(stderr).toMatch(/ {2}lib\/signal\.ts {2}add getSessionInfo/);
    expect(stderr).toContain('q: leave it out and all that follow');
  });

  test.each([[['q']], [['n', 'n', 'n', 'n', 'n', 'n']]])(
    'changes nothing where nothing is chosen: %j',
    async (answers) => {
      const folder = committed(SHOP);
      const { code, stderr } = await walk(folder, ...answers);
      expect(code).toBe(130);
      expect(stderr).toContain('No change was chosen. Nothing was written.');
      expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
    },
  );

  test('without a terminal ends with 2 and names the flag', async () => {
    const folder = committed(SHOP);
    const { code, stdout, stderr } = await cli(folder.root, ['migrate', '--interactive']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Answer it with --yes.');
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('asks nothing where nothing is to be done', async () => {
    const folder = committed(SHOP);
    await cli(folder.root, ['migrate', '--yes']);
    expect(await cli(folder.root, ['migrate', '--interactive'])).toMatchObject({ code: 0 });
  });

  test('chooses what goes into a plan', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'app/api/cart/route.ts': ROUTE });
    const answers = ['y', 'n', 'n'];
    const made = await cli(folder.root, ['migrate', '--interactive', '--plan', 'plan.json'], {
      answer: () => answers.shift() ?? 'n',
    });
    expect(made).toMatchObject({ code: 0 });
    expect(await cli(folder.root, ['migrate', '--apply', 'plan.json', '--yes'])).toMatchObject({ code: 0 });
    expect(changed(folder)).toEqual(['app/api/cart/route.ts', 'lib/signal.ts']);
  });

  test('leaves out the await of headers() where it is declined', async () => {
    const sync = `import { headers } from 'next/headers';

export async function GET() {
  return new Response(headers().get('x-signal-session-id'));
}

export async function PUT() {
  return new Response(headers().get('x-signal-window-id'));
}
`;
    const withCall = `import { signal } from '@/lib/signal';\n${sync}\nexport async function POST(request: Request) {\n  signal.capture({ distinctId: await request.text(), event: 'e' });\n  return Response.json({});\n}\n`;
    const folder = committed({ ...APP_WITH_PROVIDER, 'app/api/order/route.ts': withCall });
    await walk(folder, 'y', 'n', 'n', 'n');
    const text = folder.read('app/api/order/route.ts');
    expect(text).toContain("(await headers()).get('x-signal-session-id')");
    expect(text).toContain("Response(headers().get('x-signal-window-id'))");
    expect(text).not.toContain('getSessionInfo');
  });
});
