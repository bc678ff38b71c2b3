import { describe, expect, test } from 'vitest';
import type { FileContent } from '../support/project-folder.js';
import { APP, APP_WITH_PROVIDER, committed, LAYOUT, PAGES_APP, PROVIDERS } from './support/apps.js';
import { cli } from './support/run-cli.js';

const call = (event: string) => `signal.capture({ distinctId: 'a', event: '${event}' });`;
const IMPORT = "import { signal } from '@/lib/signal';\n";

const FILES: Readonly<Record<string, FileContent>> = {
  ...APP_WITH_PROVIDER,
  'app/providers.tsx': PROVIDERS.replace("projectId: 'shop'", "projectId: 'shop', addTracingHeaders: true"),
  'pages/_app.tsx': PAGES_APP,
  'app/api/order/route.ts': `${IMPORT}import { track } from '@/lib/track';

export async function GET(request: Request) {
  ${call('listed')}
  return Response.json(request.url);
}

export async function POST(request: Request) {
  ${call('ordered')}
  track('ordered');
  return Response.json(await request.json());
}
`,
  'app/(shop)/@cart/items/[id]/route.ts': `import { track } from '@/lib/track';

export async function DELETE(request: Request) {
  track('removed');
  return Response.json(request.url);
}
`,
  'app/api/webhooks/stripe/route.ts': `${IMPORT}
export async function POST(request: Request) {
  ${call('paid')}
  return Response.json(await request.json());
}
`,
  'app/api/hours/route.ts': `${IMPORT}
export const dynamic = 'force-static';

export function GET() {
  ${call('asked')}
  return Response.json({ open: true });
}
`,
  'app/actions.ts': `'use server';

${IMPORT}
export async function subscribe() {
  // signal-next-ignore-next-line: counted elsewhere
  ${call('subscribed')}
}
`,
  'pages/old.tsx': `${IMPORT}
export async function getServerSideProps({ req }) {
  ${call('seen')}
  return { props: {} };
}

export default function Page() {
  return null;
}
`,
  'pages/api/sign-up.ts': `${IMPORT}
export default function handler(req, res) {
  if (req.method !== 'GET') return res.status(405).end();
  ${call('signing up')}
  res.redirect('https://app.example.com');
}
`,
  'pages/api/save.ts': `${IMPORT}
export default function handler(req, res) {
  if (!req.body) return res.redirect('/');
  ${call('saved')}
  res.end();
}
`,
  'app/api/upload/route.ts': `${IMPORT}import { createUploadthing } from 'uploadthing/next';

const f = createUploadthing();

export const router = {
  avatar: f({ image: {} })
    .middleware(async ({ req }) => {
      ${call('uploading')}
      return {};
    })
    .onUploadComplete(async () => {
      ${call('uploaded')}
    }),
};
`,
  'lib/track.ts': `${IMPORT}
function send(event: string) {
  signal.capture({ distinctId: 'a', event });
}

export function track(event: string) {
  send(event);
}
`,
  'lib/jobs.ts': `${IMPORT}\n${call('loaded')}\n`,
};

interface Entry {
  readonly name: string;
  readonly arrival: string;
  readonly reachedBy: string;
  readonly calls: readonly {
    readonly path: string;
    readonly verdict: string;
    readonly helper: string | null;
  }[];
}

async function coverage(files: Readonly<Record<string, FileContent>>): Promise<Entry[]> {
  const { stdout } = await cli(committed(files).root, ['check', '--json', '--coverage']);
  return JSON.parse(stdout).projects[0].coverage;
}

describe('--coverage', () => {
  test('lists every request scope with what reaches it, whether the ids arrive, and its calls', async () => {
    const found = await coverage(FILES);
    const lines = found.map(
      ({ name, arrival, calls }) => `${name}: ${arrival}, ${calls.map(({ verdict }) => verdict).join(' ')}`,
    );
    expect(lines.sort()).toEqual([
      '/api/save: yes, fixable',
      '/api/sign-up: sometimes, fixable',
      'DELETE /items/[id]: yes, fixable',
      'GET /api/hours: no, refused',
      'GET /api/order: sometimes, fixable',
      'POST /api/order: yes, fixable fixable',
      'POST /api/webhooks/stripe: no, refused',
      'anonymous function callback of a service, /api/upload: yes, fixable',
      'avatar callback of a service, /api/upload: no, refused',
      'getServerSideProps /old: sometimes, fixable',
      'outside any request: no, refused',
      'subscribe Server Action: yes, suppressed',
    ]);
    expect(found.find(({ name }) => name.startsWith('DELETE'))?.calls).toEqual([
      { path: 'lib/track.ts', line: 4, column: 10, method: 'capture', verdict: 'fixable', helper: 'send' },
    ]);
    expect(found.find(({ name }) => name.includes('webhooks'))?.reachedBy).toBe('a webhook');
    expect(found.find(({ name }) => name.includes('hours'))?.reachedBy).toContain('the cached answer');
  });

  test('says that nothing arrives without a provider, and that more does with the cookie and the proxy', async () => {
    const without = { ...FILES, 'app/layout.tsx': LAYOUT, 'pages/_app.tsx': '' };
    for (const { arrival } of await coverage(without)) expect(arrival).toBe('no');
    const withCookie = await coverage({
      ...FILES,
      'app/providers.tsx': PROVIDERS.replace(
        "projectId: 'shop'",
        "projectId: 'shop', addTracingHeaders: true, sessionCookie: true",
      ),
      'proxy.ts': "export { signalProxy as proxy } from 'signal-next/proxy';\n",
    });
    const arrivalAt = (name: string) => withCookie.find((entry) => entry.name === name)?.arrival;
    expect(arrivalAt('getServerSideProps /old')).toBe('yes');
    expect(arrivalAt('POST /api/webhooks/stripe')).toBe('no');
  });

  test('is a table in the output for people and in Markdown, and only when it is asked for', async () => {
    const folder = committed(FILES);
    const pretty = await cli(folder.root, ['check', '--coverage']);
    expect(pretty.stdout).toMatch(/^request scope +reached by +ids arrive +forwarded$/m);
    expect(pretty.stdout).toMatch(
      /^POST \/api\/order +fetch from the app's pages +yes: .+ 0 of 2 \(2 fixable\)$/m,
    );
    const markdown = await cli(folder.root, ['check', '--coverage', '--reporter', 'markdown']);
    expect(markdown.stdout).toContain('| `POST /api/order`<br>`app/api/order/route.ts:9` |');
    for (const reporter of ['pretty', 'markdown', 'json'])
      expect((await cli(folder.root, ['check', '--reporter', reporter])).stdout).not.toMatch(
        /ids arrive|coverage/,
      );
  });
});

test('a scope that does not hand the session to a helper forwards nothing, though another one does', async () => {
  const route = (method: string, event: string): string =>
    `import { track } from '@/lib/track';\n\nexport async function ${method}() {\n  track('${event}');\n  return Response.json({});\n}\n`;
  const folder = committed({
    ...APP,
    'package.json': { name: 'shop', dependencies: { next: '^14.2.0', 'signal-next': '^0.1.0' } },
    'lib/track.ts': `${IMPORT}\nexport function track(event: string) {\n  signal.capture({ distinctId: 'a', event });\n}\n`,
    'app/api/order/route.ts': route('POST', 'ordered'),
    'app/api/hours/route.ts': route('GET', 'asked'),
    'app/home/page.tsx':
      "import { track } from '@/lib/track';\n\nexport default function Page() {\n  track('rendered');\n  return null;\n}\n",
  });
  expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
  const { stdout } = await cli(folder.root, ['check', '--json', '--coverage']);
  const [{ coverage }] = JSON.parse(stdout).projects;
  const verdicts = coverage.map(({ name, calls }: { name: string; calls: { verdict: string }[] }) => [
    name,
    calls.map(({ verdict }) => verdict),
  ]);
  expect(Object.fromEntries(verdicts)).toEqual({
    'GET /api/hours': ['refused'],
    'POST /api/order': ['forwarded'],
    'server component, /home': ['refused'],
  });
});

test('each scope tells what becomes of the call in its own requests', async () => {
  const track = (args: string) =>
    `import { track } from '@/lib/track';\nimport { getSessionInfo } from '@/lib/session';\n\nexport async function POST(request: Request) {\n  const session = getSessionInfo(request);\n  if (session.sessionId) track(${args});\n  return Response.json({});\n}\n`;
  const files: Readonly<Record<string, FileContent>> = {
    ...APP_WITH_PROVIDER,
    'app/api/order/route.ts': track("'ordered', session"),
    'app/api/cart/route.ts': track("'carted'"),
    'app/api/cron/route.ts': `import { track } from '@/lib/track';\n\nexport async function GET(request: Request) {\n  if (request.headers.get('authorization') !== \`Bearer \${process.env.CRON_SECRET}\`) return new Response();\n  track('swept');\n  return Response.json({});\n}\n`,
    'lib/session.ts': `export interface SessionInfo {\n  sessionId?: string;\n  windowId?: string;\n  distinctId?: string;\n}\nexport function getSessionInfo({ headers }: Request): SessionInfo {\n  return {\n    sessionId: headers.get('x-signal-session-id') ?? undefined,\n    windowId: headers.get('x-signal-window-id') ?? undefined,\n    distinctId: headers.get('x-signal-distinct-id') ?? undefined,\n  };\n}\n`,
    'lib/track.ts': `${IMPORT}import type { SessionInfo } from './session';\n\nexport function track(event: string, session?: SessionInfo) {\n  signal.capture({\n    distinctId: session?.distinctId || 'a',\n    event,\n    sessionId: session?.sessionId,\n    windowId: session?.windowId,\n  });\n}\n`,
  };
  const { stdout } = await cli(committed(files).root, ['check', '--json', '--coverage']);
  const [{ coverage, calls }] = JSON.parse(stdout).projects;
  const verdicts = coverage.map(({ name, calls: own }: { name: string; calls: { verdict: string }[] }) => [
    name,
    own.map(({ verdict }) => verdict),
  ]);
  expect(Object.fromEntries(verdicts)).toEqual({
    'POST /api/order': ['forwarded'],
    'POST /api/cart': ['fixable'],
    'GET /api/cron': ['refused'],
  });
  expect(calls).toMatchObject({ total: 1, fixable: 1 });
});
