import { describe, expect, test } from 'vitest';
import type { FileContent } from '../support/project-folder.js';
import {
  APP,
  CLIENT,
  committed,
  LAYOUT,
  PACKAGE,
  PROVIDERS,
  ROUTE,
  snapshot,
  TSCONFIG,
} from './support/apps.js';
import { cli } from './support/run-cli.js';

/*
 * `check` passes exactly when `init` and `migrate` would change no source file. Held against projects that are put
 * together from these parts, before init, between init and migrate, and after.
 */

type Files = Readonly<Record<string, FileContent>>;

const CLIENTS: Readonly<Record<string, Files>> = {
  'no client': {},
  'a client': { 'lib/signal.ts': CLIENT },
  'a factory': {
    'lib/signal.ts': `import { createSignalServer } from 'signal-next/server';\n\nlet client: ReturnType<typeof createSignalServer> | undefined;\n\nexport function getSignal() {\n  client ??= createSignalServer({ apiKey: 'k' });\n  return client;\n}\nexport const signal = getSignal();\n`,
  },
  'a narrow reader': {
    'lib/signal.ts': `${CLIENT}
export function getSessionInfo(request: Request) {
  return {
    sessionId: request.headers.get('x-signal-session-id') || undefined,
    windowId: request.headers.get('x-signal-window-id') || undefined,
    distinctId: request.headers.get('x-signal-distinct-id') || undefined,
  };
}
`,
  },
  'a client in a use server file': { 'lib/signal.ts': `'use server';\n\n${CLIENT}` },
  'a CommonJS client': {
    'lib/signal.js': `const { createSignalServer } = require('signal-next/server');\n\nmodule.exports = Object.freeze({ signal: createSignalServer({ apiKey: 'k' }) });\n`,
  },
  'export =': {
    'lib/signal.ts': `import { createSignalServer } from 'signal-next/server';\n\nconst signal = createSignalServer({ apiKey: 'k' });\nexport = { signal };\n`,
  },
  'a client that cannot be parsed': { 'lib/signal.ts': `${CLIENT}const = 1;\n` },
};

const withOptions = (options: string): Files => ({
  'app/providers.tsx': PROVIDERS.replace('options={options}', `options={${options}}`),
});

const PROVIDER_PARTS: Readonly<Record<string, Files>> = {
  'no provider': {},
  'a layout without children': {
    'app/layout.tsx':
      'export default function Layout(props: object) {\n  return <html lang="en" {...props} />;\n}\n',
  },
  'a layout from elsewhere': { 'app/layout.tsx': "export { default } from 'some-ui/layout';\n" },
  'a provider without the option': { 'app/providers.tsx': PROVIDERS },
  'two providers, one of them set': {
    'app/providers.tsx': PROVIDERS,
    'app/more.tsx': PROVIDERS.replace("projectId: 'shop'", "projectId: 'shop', addTracingHeaders: ['a.com']"),
  },
  'a provider that sets it': withOptions("{ apiKey: 'k', projectId: 'shop', addTracingHeaders: true }"),
  'a provider that switches it off': withOptions(
    "{ apiKey: 'k', projectId: 'shop', addTracingHeaders: false }",
  ),
  'options from a package': {
    'app/providers.tsx': PROVIDERS.replace(
      "const options = { apiKey: 'k', projectId: 'shop' };",
      "import { options } from 'our-config';",
    ),
  },
  'a provider that cannot be parsed': { 'app/providers.tsx': `${PROVIDERS}const = 1;\n` },
};

const importing = (body: string): string => `import { signal } from '@/lib/signal';\n\n${body}`;

const CALLS: Readonly<Record<string, Files>> = {
  'no calls': {},
  'a route': { 'app/api/order/route.ts': ROUTE },
  'a static route': {
    'app/api/hours/route.ts': importing(
      "export const revalidate = 60;\n\nexport async function GET() {\n  signal.capture({ distinctId: 'a', event: 'hours' });\n  return Response.json({});\n}\n",
    ),
  },
  'an action': {
    'app/actions.ts': `'use server';\n\n${importing("export async function order(id: string) {\n  signal.capture({ distinctId: id, event: 'ordered' });\n}\n")}`,
  },
  'a synchronous action': {
    'app/actions.ts': `'use server';\n\n${importing('export const order = async (id: string) => {\n  track(id);\n};\n\nfunction track(id: string) {\n  signal.identify({ distinctId: id });\n}\n')}`,
  },
  'a helper that is exported': {
    'lib/track.ts': importing("export function track(id: string) {\n  signal.alias(id, 'b');\n}\n"),
  },
  'an API route and getServerSideProps': {
    'pages/api/order.ts': importing(
      "export default function handler(req, res) {\n  signal.group(req.body.id, 'team', 'a');\n  res.end();\n}\n",
    ),
    'pages/old.tsx': importing(
      "export async function getServerSideProps() {\n  signal.capture({ distinctId: 'a', event: 'seen' });\n  return { props: {} };\n}\n\nexport default function Page() {\n  return null;\n}\n",
    ),
  },
  'headers() without await': {
    'app/actions.ts': `'use server';\n\nimport { headers } from 'next/headers';\n${importing("export async function order(id: string) {\n  const sessionId = headers().get('x-signal-session-id') || undefined;\n  const windowId = headers().get('x-signal-window-id') || undefined;\n  signal.capture({ distinctId: id, event: 'ordered', sessionId, windowId });\n}\n")}`,
  },
  'a suppressed call': {
    'app/api/order/route.ts': ROUTE.replace(
      '  signal.capture',
      '  // signal-next-ignore-next-line: counted elsewhere\n  signal.capture',
    ),
  },
  'a client of its own': {
    'app/api/order/route.ts': `${CLIENT.replace('export ', '')}\nexport async function POST(request: Request) {\n  signal.capture({ distinctId: 'a', event: 'ordered' });\n  return Response.json({});\n}\n`,
  },
  'a route that cannot be parsed': { 'app/api/order/route.ts': `${ROUTE}const = 1;\n` },
};

/** Deterministic, so that a failure can be run again by its name. */
function* variants(): Generator<{ name: string; files: Files }> {
  const clients = Object.entries(CLIENTS);
  const providers = Object.entries(PROVIDER_PARTS);
  const calls = Object.entries(CALLS);
  // Strides without a common factor pair every part with many others.
  for (let index = 0; index < 36; index += 1) {
    const parts = [
      clients[index % clients.length],
      providers[(index * 2) % providers.length],
      calls[(index * 3) % calls.length],
    ].filter((part) => part !== undefined);
    const src = index % 5 === 4;
    const files: Files = Object.assign({}, { 'app/layout.tsx': LAYOUT }, ...parts.map(([, part]) => part));
    yield {
      name: `${parts.map(([name]) => name).join(', ')}${src ? ', in src' : ''}`,
      files: {
        'package.json': PACKAGE,
        'tsconfig.json': src ? { compilerOptions: { paths: { '@/*': ['./src/*'] } } } : TSCONFIG,
        '.gitignore': '.env.local\n',
        ...Object.fromEntries(
          Object.entries(files).map(([path, text]) => [src ? `src/${path}` : path, text]),
        ),
      },
    };
  }
}

async function expectAgreement(root: string, when: string): Promise<number> {
  const check = await cli(root, ['check']);
  const init = await cli(root, ['init', '--dry-run', '--skip-install']);
  const migrate = await cli(root, ['migrate', '--dry-run']);
  const output = `${when}\n${check.stdout}${check.stderr}${init.stdout}${init.stderr}${migrate.stdout}${migrate.stderr}`;
  const isEmpty = ![init.stdout, migrate.stdout].some((stdout) => /^\+\+\+ /m.test(stdout));
  const hasFindings = /^To fix: /m.test(check.stdout);
  expect(hasFindings, output).toBe(!isEmpty);
  expect(output).not.toContain('defect');
  const unread = /could not be (?:parsed|read)/.test(check.stderr);
  expect(check.code, output).toBe(unread ? 2 : isEmpty ? 0 : 1);
  return check.code;
}

describe('check agrees with init and migrate', () => {
  test.each([...variants()])('$name', async ({ files }) => {
    const folder = committed(files);
    await expectAgreement(folder.root, 'at first');
    await cli(folder.root, ['init', '--yes', '--skip-install']);
    await expectAgreement(folder.root, 'after init');
    await cli(folder.root, ['migrate', '--yes']);
    expect(await expectAgreement(folder.root, 'after migrate')).not.toBe(1);

    const done = snapshot(folder);
    await cli(folder.root, ['init', '--yes', '--skip-install']);
    await cli(folder.root, ['migrate', '--yes']);
    expect(snapshot(folder)).toEqual(done);
  });

  test.each([...variants()].filter((_, index) => index % 6 === 0))(
    'migrate by itself: $name',
    async ({ files }) => {
      const folder = committed(files);
      await cli(folder.root, ['migrate', '--yes']);
      await expectAgreement(folder.root, 'after migrate');
      const done = snapshot(folder);
      const again = await cli(folder.root, ['migrate', '--dry-run']);
      expect(again.stdout).not.toMatch(/^\+\+\+ /m);
      expect(snapshot(folder)).toEqual(done);
    },
  );

  test.each(['header-first', 'app-first', 'keep'])(
    'check takes what migrate --distinct-id %s wrote',
    async (policy) => {
      const folder = committed(APP);
      await cli(folder.root, ['migrate', '--yes', '--distinct-id', policy]);
      const { stdout } = await cli(folder.root, ['check']);
      expect(stdout).toContain('1 Signal call: 1 forwarded');
      expect(stdout).not.toContain('session-not-forwarded');
    },
  );
});
