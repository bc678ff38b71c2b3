import { describe, expect, test } from 'vitest';
import { headerUses } from '../../src/analysis/header-uses.js';
import { almostSessionHeader } from '../../src/analysis/session-header-names.js';
import { misspelledHeaders } from '../../src/rules/misspelled-header.js';
import { analysedProject, shown } from '../support/analysed-project.js';
import { memoryHost } from '../support/memory-host.js';

function findingsIn(files: Record<string, string>): string[] {
  const host = memoryHost(files);
  const uses = Object.entries(files).flatMap(([path, text]) => {
    const file = host.load(path);
    if (!file) throw new SyntaxError(text);
    return headerUses(file, host);
  });
  return misspelledHeaders(uses).map((finding) => shown(files, finding));
}

describe('a header name', () => {
  test.each([
    ['x-signal-session', 'x-signal-session-id'],
    ['x-signal-sessionid', 'x-signal-session-id'],
    ['X-Signal-SessionId', 'x-signal-session-id'],
    ['X-Signal-Session_Id', 'x-signal-session-id'],
    ['x_signal_session_id', 'x-signal-session-id'],
    ['signal-session-id', 'x-signal-session-id'],
    ['signalSessionId', 'x-signal-session-id'],
    ['x-singal-session-id', 'x-signal-session-id'],
    ['x-signal-sesion-id', 'x-signal-session-id'],
    ['x-signal-session-ids', 'x-signal-session-id'],
    ['x-signal-window', 'x-signal-window-id'],
    ['x-signal-windows-id', 'x-signal-window-id'],
    ['x-signal-distinctid', 'x-signal-distinct-id'],
    ['X-SIGNAL-DISTICT-ID', 'x-signal-distinct-id'],
  ])('%s is almost %s', (name, right) => {
    expect(almostSessionHeader(name)).toBe(right);
  });

  test.each([
    'x-signal-session-id',
    'X-Signal-Session-Id',
    'X-SIGNAL-WINDOW-ID',
    'x-session-id',
    'x-posthog-session-id',
    'x-signal-user-id',
    'x-signal-signature',
    'x-signal-request-id',
    'x-signal-session-start',
    'session-id',
    'signal',
  ])('%s is not', (name) => {
    expect(almostSessionHeader(name)).toBeUndefined();
  });
});

describe('is found', () => {
  test.each([
    ["request.headers.get('x-signal-sessionid')", "'x-signal-sessionid'"],
    ["request.headers?.has('x-signal-sessionid')", "'x-signal-sessionid'"],
    ['req.headers[`x-signal-sessionid`]', '`x-signal-sessionid`'],
    ["const { headers } = context.req;\nheaders['x-signal-sessionid']", "'x-signal-sessionid'"],
    ["const { 'x-signal-sessionid': id } = req.headers", "'x-signal-sessionid'"],
    [
      "import { headers } from 'next/headers';\n(await headers()).get('signal-session-id')",
      "'signal-session-id'",
    ],
    [
      "import { headers } from 'next/headers';\nconst list = await headers();\nlist.get('x-singal-session-id')",
      "'x-singal-session-id'",
    ],
    ["export const read = (headers: Headers) => headers.get('x-signal-sessionid')", "'x-signal-sessionid'"],
    ["request.headers.get('x-sygnal-session-id')", "'x-sygnal-session-id'"],
    ["request.headers.get('x_signal_session_id')", "'x_signal_session_id'"],
    [
      "cors({ allowedHeaders: ['a, x-sygnal-session-id'] });\nimport cors from 'cors';",
      'x-sygnal-session-id',
    ],
    ["c.req.header('x-signal-sessionid')", "'x-signal-sessionid'"],
    ["const NAME = 'x-signal-sessionid';\nrequest.headers.get(NAME)", "'x-signal-sessionid'"],
    [
      "const NAMES = Object.freeze({ session: 'x-signal-sessionid' } as const);\nrequest.headers.get(NAMES.session)",
      "'x-signal-sessionid'",
    ],
    [
      "const NAMES = { session: 'x-signal-sessionid' };\nreadHeader(request.headers, NAMES.session)",
      "'x-signal-sessionid'",
    ],
    ["readHeader(request.headers, 'x-signal-sessionid')", "'x-signal-sessionid'"],
    [
      "new Response(null, { headers: { 'Access-Control-Allow-Headers': 'Content-Type, x-signal-sessionid' } })",
      'x-signal-sessionid',
    ],
    [
      "response.headers.set('access-control-allow-headers', ['a', 'x-signal-sessionid'].join(', '))",
      'x-signal-sessionid',
    ],
    ["import cors from 'cors';\ncors({ allowedHeaders: ['a', 'x-signal-sessionid'] })", 'x-signal-sessionid'],
  ])('%s', (text, marked) => {
    const [finding, ...others] = findingsIn({ 'a.ts': text });
    expect(finding).toContain(`a.ts ${marked}: The browser sends x-signal-session-id and not `);
    expect(others).toEqual([]);
  });
});

describe('is not found in', () => {
  test.each([
    ['a right name', "request.headers.get('X-Signal-Session-Id')"],
    ['a cookie', "(await cookies()).get('signal-session-id')"],
    ['a cookie of somebody else', "cookies.get('stripe_session')"],
    ['a header of somebody else', "request.headers.get('stripe_session')"],
    ['a query parameter', "url.searchParams.get('signal-session-id')"],
    ['a map', "sessions.get('signal-session-id')"],
    ['a text', "log('x-signal-sessionid is wrong')"],
    ['a header that is sent', "fetch(url, { headers: { 'x-signal-session': id } })"],
    ['a computed name', "request.headers.get('x-signal-session' + suffix)"],
    ['a header that is set', "headers.set('x-signal-session', id)"],
  ])('%s', (_what, text) => {
    expect(findingsIn({ 'a.ts': text })).toEqual([]);
  });

  test('a header of its own, which another file sends', () => {
    expect(
      findingsIn({
        'a.ts': "request.headers.get('x-signal-session')",
        'b.ts': "fetch(url, { headers: { 'X-Signal-Session': id } })",
      }),
    ).toEqual([]);
  });
});

test('says what the browser sends and what is lost', () => {
  expect(findingsIn({ 'a.ts': "request.headers.get('x-signal-window')" })).toEqual([
    "a.ts 'x-signal-window': The browser sends x-signal-window-id and not x-signal-window, so what is read here is always empty.",
  ]);
});

describe('a name of another file', () => {
  const NAMES =
    "export const NAMES = { session: 'x-signal-session', window: 'x-signal-window-id' } as const;\n";
  const read = (name: string): string => `import { NAMES } from './names';\nrequest.headers.get(${name});\n`;

  test('is found where it is written, behind a barrel too', () => {
    const files = { 'names.ts': NAMES, 'a.ts': read('NAMES.session'), 'b.ts': read('NAMES.window') };
    expect(findingsIn(files)).toEqual([
      "names.ts 'x-signal-session': The browser sends x-signal-session-id and not x-signal-session, so what is read here is always empty.",
    ]);
    expect(
      findingsIn({
        'lib/names.ts': NAMES,
        'names.ts': "export * from './lib/names';\n",
        'a.ts': read('NAMES.session'),
      }),
    ).toHaveLength(1);
  });

  test('is of its own where another file sends it', () => {
    expect(
      findingsIn({
        'names.ts': NAMES,
        'a.ts': read('NAMES.session'),
        'b.ts': "import { NAMES } from './names';\nheaders.set(NAMES.session, id);\n",
      }),
    ).toEqual([]);
  });
});

test.each([
  ["request.headers.get('x-signal-session') ?? undefined", 'misspelled-session-header'],
  ['request.headers.get(NAMES.session) ?? undefined', 'misspelled-session-header'],
  ["request.headers.get('signal-session-id') ?? undefined", 'misspelled-session-header'],
  ["request.cookies.get('signal-session-id') ?? undefined", 'foreign-session-id'],
  ["request.headers.get('x-chat-session') ?? undefined", 'foreign-session-id'],
  ['(await request.json()).signalSessionId', 'foreign-session-id'],
])('a call that passes %s is refused for %s', (id, reason) => {
  const { analyses } = analysedProject({
    'lib/names.ts': "export const NAMES = { session: 'x-signal-session' };\n",
    'app/api/a/route.ts': `import { signal } from '@/lib/signal-server';
import { NAMES } from '@/lib/names';
export async function POST(request: Request) {
  const windowId = request.headers.get('x-signal-window-id') ?? undefined;
  signal.capture({ distinctId: 'a', event: 'b', sessionId: ${id}, windowId });
}
`,
  });
  expect(analyses.flatMap(({ calls }) => calls.map(({ verdict }) => verdict))).toMatchObject([{ reason }]);
});
