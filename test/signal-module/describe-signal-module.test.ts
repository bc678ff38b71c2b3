import { describe, expect, test } from 'vitest';
import { describeSignalModule, type SignalModuleFacts } from '../../src/analysis/signal-module.js';
import { renderSignalModule } from '../../src/init/render-template.js';
import { memoryHost } from '../support/memory-host.js';

const CLIENT =
  "import { createSignalServer } from 'signal-next/server';\nexport const signal = createSignalServer({});\n";

/** The facts of `lib/signal.ts` (or `path`) in a project of `others`. */
function facts(text: string, path = 'lib/signal.ts', others: Record<string, string> = {}): SignalModuleFacts {
  const host = memoryHost({ ...others, [path]: text });
  const file = host.load(path);
  if (!file) throw new Error(`${path} does not parse`);
  return describeSignalModule(file, { host });
}

const reading = (body: string): string => `${CLIENT}const SESSION = 'x-signal-session-id';\n${body}`;

describe('what the templates come to', () => {
  test.each(['ts', 'js'] as const)('%s', (language) => {
    const text = renderSignalModule({ language, sdk: { server: '@signal-js/nextjs/server' } });
    expect(facts(text, `lib/signal-server.${language}`)).toEqual({
      format: 'esm',
      clients: [{ name: 'signal', kind: 'value' }],
      reader: { kind: 'complete' },
      readerName: 'getSessionInfo',
      typeName: language === 'ts' ? 'SessionInfo' : undefined,
      exportsSessionInfo: language === 'ts',
      serverOnly: false,
    });
  });
});

describe('clients', () => {
  test.each<[string, string, SignalModuleFacts['clients']]>([
    ['a constant', CLIENT, [{ name: 'signal', kind: 'value' }]],
    [
      'a default export',
      "import { createSignalNode } from '@signal-js/node';\nexport default createSignalNode({});",
      [{ name: 'default', kind: 'value' }],
    ],
    [
      'a renamed nullable variable',
      "import { createSignalServer as make } from 'signal-next/server';\nlet c = null;\nif (process.env.K) c = make({});\nexport { c as analytics };",
      [{ name: 'analytics', kind: 'value' }],
    ],
    [
      'a factory',
      "import { createSignalServer } from 'signal-next/server';\nexport const getSignal = () => createSignalServer({});",
      [{ name: 'getSignal', kind: 'factory' }],
    ],
    [
      'another function of that name',
      "import { createSignalServer } from './own';\nexport const signal = createSignalServer({});",
      [],
    ],
  ])('%s', (_name, text, clients) => {
    expect(facts(text).clients).toEqual(clients);
  });

  test('CommonJS', () => {
    const text =
      "const { createSignalServer } = require('signal-next/server');\nmodule.exports = { signal: createSignalServer({}) };";
    expect(facts(text, 'lib/signal.js')).toMatchObject({
      format: 'cjs',
      clients: [{ name: 'signal', kind: 'value' }],
      reader: { kind: 'none' },
      readerName: 'getSessionInfo',
    });
  });
});

describe('narrow readers', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a Request',
      'export function getSessionInfo(r: Request) { return { sessionId: r.headers.get(SESSION) }; }',
      ['request'],
    ],
    [
      'a NextRequest',
      'export const getSessionInfo = (r: NextRequest) => ({ sessionId: r.headers.get(SESSION) });',
      ['request'],
    ],
    [
      'a Node request',
      'export function getSessionInfo(req: NextApiRequest) { return { sessionId: req.headers[SESSION] }; }',
      ['node-request'],
    ],
    [
      'the request of a context',
      "export function getSessionInfo(req: GetServerSidePropsContext['req']) { return { sessionId: req.headers[SESSION] }; }",
      ['node-request'],
    ],
    [
      'Headers',
      'export function getSessionInfo(h: Headers) { return { sessionId: h.get(SESSION) }; }',
      ['headers'],
    ],
    [
      'awaited headers',
      'export function getSessionInfo(h: Awaited<ReturnType<typeof headers>>) { return { sessionId: h.get(SESSION) }; }',
      ['headers'],
    ],
    [
      'a shape with Headers',
      'interface HasHeaders { headers: Headers }\nexport function getSessionInfo(r: HasHeaders) { return { sessionId: r.headers.get(SESSION) }; }',
      ['request'],
    ],
    [
      'a union',
      'export function getSessionInfo(r: Request | NextApiRequest | null) { return read(r); }',
      ['request', 'node-request'],
    ],
    [
      'its body, a web request',
      'export function getSessionInfo(r) { return { sessionId: r.headers.get(SESSION) }; }',
      ['request'],
    ],
    [
      'its body, destructured',
      'export function getSessionInfo({ headers }) { const id = headers[SESSION]; return { sessionId: id }; }',
      ['node-request'],
    ],
    [
      'its body, through a helper',
      'const read = (h, name) => h.get(name);\nexport function getSessionInfo(h: any) { return { sessionId: read(h, SESSION) }; }',
      ['headers'],
    ],
    [
      'nothing',
      'export async function getSessionInfo() { return { sessionId: (await headers()).get(SESSION) }; }',
      [],
    ],
    [
      'nothing that others could use, being async',
      'export async function getSessionInfo(r: Request) { return { sessionId: r.headers.get(SESSION) }; }',
      [],
    ],
  ])('%s', (_name, body, accepts) => {
    expect(facts(reading(body))).toMatchObject({
      reader: { kind: 'narrow', name: 'getSessionInfo', accepts },
      readerName: 'getSignalSession',
    });
  });
});

describe('complete readers of a person', () => {
  test.each([
    'export function getSessionInfo(s: Request | IncomingMessage | Headers) { return read(s); }',
    'const bag = (s) => s.headers ?? s;\nexport const getSessionInfo = (s) => { const h = bag(s); return { sessionId: h.get ? h.get(SESSION) : h[SESSION] }; };',
    'export const getSessionInfo = (s) => { const h = new Headers(s.headers ?? s); return { sessionId: h.get(SESSION) }; };',
  ])('%s', (body) => {
    expect(facts(reading(body)).reader).toEqual({ kind: 'complete' });
  });
});

describe('readers of other modules', () => {
  const reader = `export function getSessionInfo(s: Request | IncomingMessage | Headers) { return { sessionId: 'x-signal-session-id' }; }`;

  test('a re-export is followed', () => {
    for (const text of [
      "export { getSessionInfo } from './session';",
      "export * from './session';",
      "import { getSessionInfo } from './session';\nexport { getSessionInfo };",
    ]) {
      expect(facts(CLIENT + text, 'lib/signal.ts', { 'lib/session.ts': reader }).reader).toEqual({
        kind: 'complete',
      });
    }
  });

  test("the SDK's own reader takes every source", () => {
    expect(facts(`${CLIENT}export { getSessionInfo } from 'signal-next/server';`).reader).toEqual({
      kind: 'complete',
    });
  });

  test('what cannot be seen is not trusted with any source', () => {
    expect(facts(`${CLIENT}export { getSessionInfo } from 'somewhere';`)).toMatchObject({
      reader: { kind: 'narrow', name: 'getSessionInfo', accepts: [] },
      readerName: 'getSignalSession',
    });
  });
});

test('a function of that name that reads another session is not the reader, and keeps its name', () => {
  expect(
    facts(`${CLIENT}export function getSessionInfo(request: Request) { return cookies(request); }`),
  ).toMatchObject({
    reader: { kind: 'none' },
    readerName: 'getSignalSession',
  });
});

test('a taken type name gives ours another', () => {
  expect(facts(`${CLIENT}export interface SessionInfo { user: string }`)).toMatchObject({
    typeName: 'SignalSessionInfo',
    exportsSessionInfo: true,
  });
});

test('server-only is reported', () => {
  expect(facts(`import 'server-only';\n${CLIENT}`).serverOnly).toBe(true);
});
