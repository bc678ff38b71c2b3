import { describe, expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

const TRACKING = "import { connect } from '@acme/vendor';\n\nexport const signal = connect();\n";

/** An app whose client nobody can see being made: it comes from a package. */
const UNSEEN = {
  ...APP_WITH_PROVIDER,
  'lib/signal.ts': TRACKING,
  'app/api/order/route.ts': ROUTE,
  'app/api/other/route.ts': ROUTE.replace('@/lib/signal', '@acme/analytics'),
};

const { 'lib/signal.ts': _, ...WITHOUT_MODULE } = APP_WITH_PROVIDER;

describe('a client that a person names', () => {
  test('is found by check and migrate, which repeat it in what they advise', async () => {
    const folder = committed(UNSEEN);
    const named = ['--client', '@/lib/signal#signal', '--client', '@acme/analytics#signal'];
    const blind = await cli(folder.root, ['check']);
    expect(blind.stdout).toContain('No Signal calls were found');
    expect(blind.stdout).toContain('name the client with --client <module#export>');
    const before = await cli(folder.root, ['check', ...named]);
    expect(before.code).toBe(1);
    expect(before.stdout).toContain('npx signal-next migrate --client');
    const run = await cli(folder.root, ['migrate', '--yes', ...named]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('2 Signal calls: 0 forwarded, 2 fixed');
    expect(folder.read('app/api/other/route.ts')).toContain('getSessionInfo(request)');
    expect(folder.read('lib/signal-server.ts')).not.toContain('createSignalServer');
    expect((await cli(folder.root, ['check', ...named])).code).toBe(0);
  });

  test('may stand in the configuration', async () => {
    const config = { clients: ['./lib/signal#signal', '@acme/analytics#signal'] };
    const folder = committed({ ...UNSEEN, 'signal-next.config.json': config });
    const { code, stdout } = await cli(folder.root, ['migrate', '--yes']);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('2 fixed') });
    expect((await cli(folder.root, ['init', '--dry-run'])).stderr).toContain('signal-next.config.json');
  });

  test('is warned of where it leads to no call', async () => {
    const folder = committed(UNSEEN);
    const named = ['--client', '@/lib/signal#signal', '--client', '@/lib/signal#missing'];
    for (const command of [['check'], ['migrate', '--yes']]) {
      const { stderr } = await cli(folder.root, [...command, ...named]);
      expect(stderr.match(/warning: .* led to no Signal call/g)).toEqual([
        'warning: @/lib/signal#missing, which --client or "clients" names, led to no Signal call',
      ]);
    }
    const { code, stderr } = await cli(folder.root, ['check', '--client', '@/lib/other#signal']);
    expect(code).toBe(0);
    expect(stderr).toContain('warning: @/lib/other#signal, ');
  });

  test('is an error where its form is wrong', async () => {
    const folder = committed(UNSEEN);
    const { code, stdout, stderr } = await cli(folder.root, ['migrate', '--client', 'signal']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('It must be a module and an export, e.g. @acme/analytics#signal.');
    folder.write('signal-next.config.json', '{ "clients": ["signal"] }');
    for (const command of ['check', 'migrate', 'init', 'undo']) {
      const result = await cli(folder.root, [command]);
      expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
      expect(result.stderr).toContain('signal-next.config.json:1:15 gives "clients[0]" the value "signal"');
    }
  });
});

test('a client of another package of the workspace is seen through its exports', async () => {
  const app = Object.fromEntries(
    Object.entries(WITHOUT_MODULE).map(([path, content]) => [`apps/web/${path}`, content]),
  );
  const folder = committed({
    'package.json': { name: 'root', workspaces: ['apps/*', 'packages/*'] },
    ...app,
    'apps/web/package.json': {
      name: '@acme/web',
      dependencies: { next: '^16.0.0', 'signal-next': '1', '@acme/analytics': 'workspace:*' },
    },
    'apps/web/app/api/order/route.ts': ROUTE.replace('@/lib/signal', '@acme/analytics/server')
      .replaceAll('signal.capture', 'getClient()?.capture')
      .replace('{ signal }', '{ getClient }'),
    'packages/analytics/package.json': {
      name: '@acme/analytics',
      exports: { './server': { types: './dist/server.d.ts', default: './dist/server.js' } },
    },
    'packages/analytics/src/server.ts': "export * from './client';\n",
    'packages/analytics/src/client.ts': `import { createSignalServer } from 'signal-next/server';

const client = process.env.SIGNAL_API_KEY ? createSignalServer({ apiKey: process.env.SIGNAL_API_KEY }) : null;

export const getClient = () => client;
`,
  });
  const { code, stdout } = await cli(folder.root, ['migrate', '--yes', '--app', 'apps/web']);
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 Signal call: 0 forwarded, 1 fixed'),
  });
  expect(folder.read('apps/web/app/api/order/route.ts')).toContain('sessionId');
});
