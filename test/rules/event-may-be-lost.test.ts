import { describe, expect, test } from 'vitest';
import { unawaitedCalls } from '../../src/analysis/event-delivery.js';
import { onlyQueues } from '../../src/analysis/queueing-clients.js';
import { eventMayBeLost } from '../../src/rules/event-may-be-lost.js';
import { parseSource } from '../../src/source/parse.js';
import { analysedProject, SIGNAL_MODULE, shown } from '../support/analysed-project.js';

const MODULE = SIGNAL_MODULE.replace('signal-next/server', '@signal-js/nextjs/server');

function findingsIn(files: Record<string, string>): string[] {
  const { analyses, context } = analysedProject({ 'lib/signal-server.ts': MODULE, ...files });
  return unawaitedCalls(analyses, context).map((call) => shown(files, eventMayBeLost(call)));
}

const IMPORT = "import { signal } from '@/lib/signal-server';\n";
const CAPTURE = "signal.capture({ distinctId: 'a', event: 'ordered' });";

const action = (body: string, above = ''): Record<string, string> => ({
  'app/actions.ts': `'use server';\n${IMPORT}${above}\nexport async function order(id: string) {\n  ${body}\n}\n`,
});

describe('a call that nothing waits for is found', () => {
  test.each<[string, Record<string, string>]>([
    ['in a Server Action', action(CAPTURE)],
    [
      'in an action that uses other functions',
      action(`await save(id);\n${CAPTURE}`, 'async function save(id: string) {}\n'),
    ],
    [
      'in an inline action',
      {
        'app/page.tsx': `${IMPORT}export default function Page() {
  async function order() { 'use server'; ${CAPTURE} }
  return <form action={order} />;
}`,
      },
    ],
    [
      "in an action that the project's own wrapper runs",
      {
        'lib/safe.ts': 'export const safe = (fn) => async (...args) => fn(...args);',
        'app/actions.ts': `'use server';\n${IMPORT}import { safe } from '@/lib/safe';\nexport const order = safe(async (id: string) => { ${CAPTURE} });`,
      },
    ],
    [
      'in an edge route',
      {
        'app/api/a/route.ts': `${IMPORT}export const runtime = 'edge';\nexport async function POST(request: Request) { ${CAPTURE} return Response.json({}); }`,
      },
    ],
    [
      'in an edge API route',
      {
        'pages/api/a.ts': `${IMPORT}export const config = { runtime: 'edge' };\nexport default function handler(req: Request) { ${CAPTURE} return new Response(); }`,
      },
    ],
    [
      'in a middleware',
      {
        'middleware.ts': `${IMPORT}export function middleware(request: Request) { ${CAPTURE} }`,
      },
    ],
    [
      'where `after` is something else',
      action(`await list({ after: id });\n${CAPTURE}`, 'async function list(q: object) {}\n'),
    ],
  ])('%s', (_where, files) => {
    expect(findingsIn(files)).toHaveLength(1);
  });

  const TRACK = `${IMPORT}export function track(id: string) { signal.capture({ distinctId: id, event: 'ordered' }); }`;
  const TRACKED = action('track(id);', "import { track } from '@/lib/track';\n");

  test('in a helper that an action calls, with the action', () => {
    expect(findingsIn({ ...TRACKED, 'lib/track.ts': TRACK })).toEqual([
      'lib/track.ts capture: capture() only queues its event for the order Server Action, so a platform that stops that function after its answer loses it.',
    ]);
  });

  test('in a helper that reads the headers itself, through another one', () => {
    const files = {
      ...TRACKED,
      'lib/track.ts': "import { send } from './send';\nexport const track = (id: string) => send(id);",
      'lib/send.ts': `${IMPORT}import { headers } from 'next/headers';\nimport { getSessionInfo } from './signal-server';\nexport async function send(id: string) { const list = await headers(); signal.capture({ distinctId: id, event: 'ordered', ...getSessionInfo(list) }); }`,
    };
    expect(findingsIn(files)).toHaveLength(1);
  });

  test('in a helper, but not once more for an action that has a call of its own', () => {
    const files = action(`${CAPTURE}\n  track(id);`, "import { track } from '@/lib/track';\n");
    const found = findingsIn({ ...files, 'lib/track.ts': TRACK });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('app/actions.ts');
  });

  test('once for each function', () => {
    expect(findingsIn(action(`${CAPTURE}\n  ${CAPTURE}`))).toEqual([
      'app/actions.ts capture: capture() in the order Server Action only queues its event, so a platform that stops the function after its answer loses it.',
    ]);
  });
});

describe('nothing is said', () => {
  test.each<[string, Record<string, string>]>([
    ['after flush', action(`${CAPTURE}\n  await signal.flush();`)],
    ['after shutdown', action(`try { ${CAPTURE} } finally { await signal.shutdown(); }`)],
    ['within after', action(`after(() => { ${CAPTURE} });`, "import { after } from 'next/server';\n")],
    [
      'with after',
      action(
        `${CAPTURE}\n  after(signal.flush);`,
        "import { unstable_after as after } from 'next/server';\n",
      ),
    ],
    [
      'with waitUntil',
      action(`${CAPTURE}\n  waitUntil(signal.flush());`, "import { waitUntil } from '@vercel/functions';\n"),
    ],
    [
      'where a function of the file flushes',
      action(`${CAPTURE}\n  await done();`, 'async function done() { await signal.flush(); }\n'),
    ],
    [
      'where a function of another file flushes, behind a barrel',
      {
        ...action(`${CAPTURE}\n  await done();`, "import { done } from '@/lib';\n"),
        'lib/index.ts': "export * from './done';",
        'lib/done.ts': `${IMPORT}const finish = async () => { await signal.flush(); };\nexport { finish as done };`,
      },
    ],
    [
      "where the project's own wrapper flushes",
      {
        'lib/safe.ts': `${IMPORT}export const safe = (fn) => async (...args) => { await fn(...args); await signal.flush(); };`,
        'app/actions.ts': `'use server';\n${IMPORT}import { safe } from '@/lib/safe';\nexport const order = safe(async (id: string) => { ${CAPTURE} });`,
      },
    ],
    [
      'where a middleware of the action builder flushes',
      {
        'lib/safe.ts': `${IMPORT}import { createSafeActionClient } from 'next-safe-action';\nexport const client = createSafeActionClient().use(async ({ next }) => { const r = await next(); await signal.flush(); return r; });`,
        'app/actions.ts': `'use server';\n${IMPORT}import { client } from '@/lib/safe';\nexport const order = client.action(async () => { ${CAPTURE} });`,
      },
    ],
    [
      'where a helper flushes what it queues',
      {
        ...action('await track();', "import { track } from '@/lib/track';\n"),
        'lib/track.ts': `${IMPORT}export async function track() { ${CAPTURE} await signal.flush(); }`,
      },
    ],
    [
      'where the action flushes what a helper queues',
      {
        ...action('track();\n  await signal.flush();', "import { track } from '@/lib/track';\n"),
        'lib/track.ts': `${IMPORT}export function track() { ${CAPTURE} }`,
      },
    ],
    [
      'where a function on the way to the helper flushes',
      {
        ...action('await save();', "import { save } from '@/lib/save';\n"),
        'lib/save.ts': `${IMPORT}import { track } from './track';\nexport async function save() { track(); await signal.flush(); }`,
        'lib/track.ts': `${IMPORT}export function track() { ${CAPTURE} }`,
      },
    ],
    [
      'where a route on Node.js calls a helper',
      {
        'app/api/a/route.ts': `import { track } from '@/lib/track';\nexport async function POST(request: Request) { track(); return Response.json({}); }`,
        'lib/track.ts': `${IMPORT}export function track() { ${CAPTURE} }`,
      },
    ],
    [
      "where a package's wrapper runs the action",
      {
        'app/actions.ts': `'use server';\n${IMPORT}import { safe } from '@acme/safe';\nexport const order = safe(async (id: string) => { ${CAPTURE} });`,
      },
    ],
    [
      'in a route on Node.js',
      {
        'app/api/a/route.ts': `${IMPORT}export async function POST(request: Request) { ${CAPTURE} return Response.json({}); }`,
      },
    ],
    [
      'in a proxy, which runs on Node.js',
      { 'proxy.ts': `${IMPORT}export function proxy(request: Request) { ${CAPTURE} }` },
    ],
    [
      'in a middleware on Node.js',
      {
        'middleware.ts': `${IMPORT}export const config = { runtime: 'nodejs' };\nexport function middleware(request: Request) { ${CAPTURE} }`,
      },
    ],
  ])('%s', (_when, files) => {
    expect(findingsIn(files)).toEqual([]);
  });
});

test.each([
  ["import { createSignalServer } from '@signal-js/nextjs/server';\ncreateSignalServer({ apiKey })", true],
  ["import { createSignalNode } from '@signal-js/node';\ncreateSignalNode({ flushBatchSize: 20 })", true],
  ["import { createSignalServer } from 'signal-next/server';\ncreateSignalServer({ apiKey })", false],
  ["import { createSignalNode } from '@signal-js/node';\ncreateSignalNode({ flushBatchSize: 1 })", false],
  ["import { createSignalNode } from '@signal-js/node';\ncreateSignalNode({ flushBatchSize: size })", false],
  ["import { createSignalNode } from '@signal-js/node';\ncreateSignalNode({ ...options })", false],
  ["import { createSignalNode } from '@signal-js/node';\ncreateSignalNode(options)", false],
  ["import { createSignalNode } from './own';\ncreateSignalNode({ apiKey })", false],
  ['signal.capture({})', false],
])('%s only queues: %s', (text, queues) => {
  const parsed = parseSource('a.ts', text);
  if (parsed.kind === 'unparsable') throw new SyntaxError(text);
  const sdkModules = ['signal-next/server', '@signal-js/nextjs/server', '@signal-js/node'];
  expect(onlyQueues([parsed.file], sdkModules)).toBe(queues);
});
