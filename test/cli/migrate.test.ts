import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  APP,
  APP_WITH_PROVIDER,
  CLIENT,
  committed,
  folderOf,
  PAGES,
  PROVIDERS,
  ROUTE,
  snapshot,
} from './support/apps.js';
import { cli } from './support/run-cli.js';

const FORWARDED = 'distinctId: distinctId || id';

describe('migrate', () => {
  test('by itself completes the Signal module and the provider, and a second run changes nothing', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const first = await cli(folder.root, ['migrate', '--yes']);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('1 Signal call: 0 forwarded, 1 fixed, 0 refused, 0 suppressed');
    expect(folder.read('app/api/order/route.ts')).toContain(FORWARDED);
    expect(folder.read('lib/signal.ts').startsWith(CLIENT.trimEnd())).toBe(true);
    expect(folder.read('lib/signal.ts')).toContain('export function getSessionInfo(');
    expect(folder.read('app/providers.tsx')).toContain('addTracingHeaders: true');
    expect((await cli(folder.root, ['check'])).code).toBe(0);

    const done = snapshot(folder);
    const second = await cli(folder.root, ['migrate', '--yes']);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain(
      'Nothing to do: every call that migrate can change forwards the session.',
    );
    expect(snapshot(folder)).toEqual(done);
  });

  test('counts a call as fixed that a caller in another file now hands the session to', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'app/api/order/route.ts':
        "import { track } from '@/lib/track';\n\nexport async function POST(request: Request) {\n  track('u1');\n  return Response.json(request.url);\n}\n",
      'lib/track.ts': `import { type SessionInfo, signal } from './signal';

export function track(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
    });
    const dry = await cli(folder.root, ['migrate', '--dry-run']);
    expect(dry.stdout).toContain('1 Signal call: 0 forwarded, 1 fixable');
    const { stdout } = await cli(folder.root, ['migrate', '--yes']);
    expect(folder.read('app/api/order/route.ts')).toContain("track('u1', session);");
    expect(stdout).toContain('1 Signal call: 0 forwarded, 1 fixed');
  });

  test('finds the functions of other files that routes export, and what the Pages Router reaches', async () => {
    const call = (event: string) => `signal.capture({ distinctId: 'u1', event: '${event}' });`;
    const client = "import { signal } from '@/lib/signal';\n";
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'server/orders.ts': `${client}export async function create() {\n  ${call('ordered')}\n  return Response.json({});\n}\n`,
      'app/api/orders/route.ts': "export { create as POST } from '@/server/orders';\n",
      'lib/auth.ts': `${client}import NextAuth from 'next-auth';\n\nexport const { handlers } = NextAuth({\n  events: {\n    async signIn() {\n      ${call('signed_in')}\n    },\n  },\n});\n`,
      'lib/user.ts': "import { handlers } from './auth';\n\nexport const user = handlers;\n",
      'pages/old.tsx':
        "import { user } from '@/lib/user';\n\nexport default function Old() {\n  return user;\n}\n",
    });
    const first = await cli(folder.root, ['migrate', '--yes']);
    expect(first.stdout).toContain('3 Signal calls: 0 forwarded, 2 fixed, 1 refused, 0 suppressed');
    expect(first.stdout).toContain('headers() cannot be called here');
    expect(folder.read('server/orders.ts')).toContain('create(request: Request)');

    folder.delete('pages/old.tsx');
    const second = await cli(folder.root, ['migrate', '--yes', '--force']);
    expect(second.stdout).toContain('3 Signal calls: 2 forwarded, 1 fixed, 0 refused, 0 suppressed');
    expect(folder.read('lib/auth.ts')).toContain('await headers()');
    expect((await cli(folder.root, ['check'])).code).toBe(0);
  });

  test('creates the module of getSessionInfo when the client is built in a route file', async () => {
    const folder = committed({
      ...APP,
      'app/api/order/route.ts': CLIENT.replace('export ', '') + ROUTE.replace(/^import.*\n/, ''),
    });
    folder.delete('lib/signal.ts');
    expect((await cli(folder.root, ['migrate', '--yes', '--force'])).code).toBe(0);
    const created = folder.read('lib/signal-server.ts');
    expect(created).toContain('export function getSessionInfo(');
    expect(created).not.toContain('createSignalServer');
    expect(folder.read('app/api/order/route.ts')).toContain('@/lib/signal-server');
  });

  test('migrates calls through a client that a workspace package builds', async () => {
    const app = Object.fromEntries(Object.entries(APP).map(([path, text]) => [`apps/web/${path}`, text]));
    delete app['apps/web/lib/signal.ts'];
    const folder = committed({
      ...app,
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      'packages/analytics/package.json': { name: 'analytics', main: 'index.ts' },
      'packages/analytics/index.ts': CLIENT,
      'apps/web/app/api/order/route.ts': ROUTE.replace('@/lib/signal', '../../../../../packages/analytics'),
    });
    const { code, stdout } = await cli(folder.root, ['migrate', '--yes', '--app', 'apps/web']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 fixed');
    expect(folder.read('packages/analytics/index.ts')).toBe(CLIENT);
    expect(folder.read('apps/web/lib/signal-server.ts')).toContain('getSessionInfo');
    expect(folder.read('apps/web/app/api/order/route.ts')).toContain('sessionId');
  });

  test('points at init when no provider sends the headers', async () => {
    const { code, stdout } = await cli(committed(APP).root, ['migrate', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('The browser sends no session headers yet. Next: npx signal-next init');
  });

  test('takes a client for a client, although its module reads the session too', async () => {
    const factory = `import { createSignalServer } from 'signal-next/server';\n\nexport function getSignal() {\n  return createSignalServer({ apiKey: 'k' });\n}\n`;
    const folder = committed({
      ...APP,
      'lib/signal.ts': factory,
      'app/api/order/route.ts': ROUTE.replace('{ signal }', '{ getSignal }').replace(
        '  signal.capture',
        '  const signal = getSignal();\n  signal.capture',
      ),
    });
    await cli(folder.root, ['init', '--yes', '--skip-install']);
    expect(folder.read('lib/signal.ts')).toContain('x-signal-session-id');
    expect((await cli(folder.root, ['migrate', '--yes'])).stdout).toContain('1 fixed');
    const route = folder.read('app/api/order/route.ts');
    expect(route).toContain('const { sessionId, windowId, distinctId } = getSessionInfo(request);');
    expect(route).not.toContain('signal.sessionId');
  });

  test('works in a Pages Router app', async () => {
    const folder = committed(PAGES);
    expect((await cli(folder.root, ['migrate', '--yes'])).stdout).toContain('1 fixed');
    expect(folder.read('pages/api/order.ts')).toContain('getSessionInfo(req)');
  });

  test.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('--dry-run prints a diff that git applies, and writes nothing: %s', async (_, written) => {
    const files = Object.entries(APP_WITH_PROVIDER).map(([path, content]) => [
      path,
      typeof content === 'string' && path.endsWith('.ts') ? written(content) : content,
    ]);
    const folder = committed({ ...Object.fromEntries(files), '.gitattributes': '* -text\n' });
    const { code, stdout, stderr } = await cli(folder.root, ['migrate', '--dry-run']);
    expect(code).toBe(0);
    expect(stderr).toContain('Would edit 3 files. Nothing was written.');
    expect(folder.git('status', '--porcelain')).toBe('');
    folder.write('.git/dry-run.diff', stdout);
    folder.git('apply', '.git/dry-run.diff');
    const applied = snapshot(folder);
    folder.git('checkout', '-q', '.');
    await cli(folder.root, ['migrate', '--yes']);
    expect(snapshot(folder)).toEqual(applied);
  });

  test('asks once after showing what it found, and changes nothing on a no', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const asked: string[] = [];
    const answer = (reply: boolean) => (message: string) => {
      asked.push(message);
      return reply;
    };
    const no = await cli(folder.root, ['migrate'], { answer: answer(false) });
    expect(no.code).toBe(130);
    expect(no.stderr).toContain('Found 1 Signal call: 0 forwarded, 1 fixable');
    expect(no.stderr).toContain('migrate will edit 3 files:');
    expect(no.stderr).toMatch(/edit {4}app\/api\/order\/route\.ts +forward the session in 1 call/);
    expect(no.stderr).toContain('Cancelled. Nothing was written.');
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');

    expect((await cli(folder.root, ['migrate'], { answer: answer(true) })).code).toBe(0);
    expect(asked).toEqual(['Write these changes?', 'Write these changes?']);
    expect(folder.read('app/api/order/route.ts')).toContain(FORWARDED);
  });

  test('does not ask, and needs no terminal, when there is nothing to do', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    await cli(folder.root, ['migrate', '--yes']);
    expect((await cli(folder.root, ['migrate'])).code).toBe(0);
  });

  test('without a terminal ends with 2 and names --yes', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stdout, stderr } = await cli(folder.root, ['migrate']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Answer it with --yes.');
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('says out loud that it found no Signal call', async () => {
    const { 'app/api/order/route.ts': _, ...files } = APP;
    const { code, stdout } = await cli(committed(files).root, ['migrate', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('No Signal calls were found.');
    expect(stdout).toContain('createSignalServer()');
  });

  test('with --only and --exclude edits and counts those files, and completes the Signal module for them', async () => {
    const folder = committed({
      ...APP,
      'app/api/items/[id]/route.ts': ROUTE,
      'app/api/cart/route.ts': ROUTE,
    });
    const { stdout } = await cli(folder.root, [
      'migrate',
      '--yes',
      '--only',
      'app/api/items/[id]/route.ts',
      'app/api/cart',
      '--exclude',
      'app/api/c*/**',
    ]);
    expect(stdout).toContain('1 Signal call: 0 forwarded, 1 fixed');
    expect(
      folder.git('status', '--porcelain', '--untracked-files=all', '--', 'app', 'lib').split('\n'),
    ).toEqual([' M app/api/items/[id]/route.ts', ' M lib/signal.ts', '']);
  });
});

describe('the guard for uncommitted work', () => {
  test('names only the files that would be edited', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'README.md': 'shop\n' });
    folder.write('README.md', 'our shop\n');
    folder.write('notes.txt', 'untracked\n');
    expect((await cli(folder.root, ['migrate', '--dry-run'])).code).toBe(0);
    folder.write('app/api/order/route.ts', `${ROUTE}// work in progress\n`);
    const before = snapshot(folder);
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'These files have uncommitted changes and would be edited:\n  app/api/order/route.ts\nCommit or stash them first, or run again with --force. Nothing was written.',
    );
    expect(stderr).not.toContain('README.md');
    expect(snapshot(folder)).toEqual(before);

    expect((await cli(folder.root, ['migrate', '--yes', '--force'])).code).toBe(0);
    expect(folder.read('app/api/order/route.ts')).toContain(FORWARDED);
    expect(folder.read('app/api/order/route.ts')).toContain('// work in progress');
  });

  test('covers a file that was never committed', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    folder.write('app/api/cart/route.ts', ROUTE);
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('  app/api/cart/route.ts\n');
  });

  test('lets migrate follow init without a commit, and undo take both back', async () => {
    const folder = committed(APP);
    const start = snapshot(folder);
    expect((await cli(folder.root, ['init', '--yes', '--skip-install'])).code).toBe(0);
    const afterInit = snapshot(folder);
    expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
    expect((await cli(folder.root, ['check'])).code).toBe(0);

    const undo = await cli(folder.root, ['undo']);
    expect(undo.code).toBe(0);
    expect(undo.stderr).toMatch(/^restored {2}app\/api\/order\/route\.ts$/m);
    expect(snapshot(folder)).toEqual(afterInit);
    expect((await cli(folder.root, ['undo'])).code).toBe(0);
    expect(snapshot(folder)).toEqual(start);
    expect(await cli(folder.root, ['undo'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'There is no run to take back.\n',
    });
  });

  test('stops undo from losing work that came after the run', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    await cli(folder.root, ['migrate', '--yes']);
    folder.write('lib/signal.ts', `${folder.read('lib/signal.ts')}// mine\n`);
    const { code, stderr } = await cli(folder.root, ['undo']);
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing was taken back:\n  lib/signal.ts was edited since');
    expect(folder.read('app/api/order/route.ts')).toContain(FORWARDED);
  });

  test('is no hindrance without git', async () => {
    const folder = folderOf(APP_WITH_PROVIDER);
    expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
    expect(folder.read('app/api/order/route.ts')).toContain(FORWARDED);
    expect((await cli(folder.root, ['undo'])).code).toBe(0);
    expect(folder.read('app/api/order/route.ts')).toBe(ROUTE);
  });
});

describe('what stands in the way of a write', () => {
  test('a file that changes after the question is left as it is, and so are the others', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stderr } = await cli(folder.root, ['migrate'], {
      answer: () => {
        folder.write('app/providers.tsx', `${PROVIDERS}// saved meanwhile\n`);
        return true;
      },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/Nothing was written:\n {2}app\/providers\.tsx .*changed/);
    expect(folder.read('app/api/order/route.ts')).toBe(ROUTE);
    expect(folder.read('app/providers.tsx')).toBe(`${PROVIDERS}// saved meanwhile\n`);
  });

  test('a read-only file', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    chmodSync(join(folder.root, 'app/providers.tsx'), 0o444);
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Nothing was written:\n {2}app\/providers\.tsx .*read-only/);
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });
});
