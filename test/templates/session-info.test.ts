import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { renderSessionPart } from '../../src/init/render-template.js';

interface SessionInfo {
  sessionId?: string | undefined;
  windowId?: string | undefined;
  distinctId?: string | undefined;
}
type Reader = (source?: unknown) => SessionInfo;

/** Loads the text that is written into projects, as their bundler would. */
async function load(language: 'ts' | 'js'): Promise<Reader> {
  const { outputText } = ts.transpileModule(renderSessionPart(language), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const module: { getSessionInfo: Reader } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputText)}`
  );
  return module.getSessionInfo;
}

const IDS = { 'x-signal-session-id': 's', 'x-signal-window-id': 'w', 'x-signal-distinct-id': 'd' };
const FOUND = { sessionId: 's', windowId: 'w', distinctId: 'd' };
const NOTHING = { sessionId: undefined, windowId: undefined, distinctId: undefined };

function incoming(headers: Record<string, string | string[]>): IncomingMessage {
  const message = new IncomingMessage(new Socket());
  Object.assign(message.headers, headers);
  return message;
}

describe.each(['ts', 'js'] as const)('getSessionInfo of the %s template', async (language) => {
  const getSessionInfo = await load(language);
  const idOf = (value: string | string[]): string | undefined =>
    getSessionInfo({ 'x-signal-session-id': value }).sessionId;

  test.each<[string, unknown]>([
    ['a Request', new Request('http://localhost', { headers: IDS })],
    ['Headers', new Headers(IDS)],
    ['a Node request', incoming(IDS)],
    ['the headers of a Node request', incoming(IDS).headers],
    ['a getServerSideProps context', { req: incoming(IDS), query: {} }],
    ['an edge context', { req: new Request('http://localhost', { headers: IDS }) }],
    ['the request of onRequestError', { path: '/', method: 'GET', headers: IDS }],
    ['a plain object', IDS],
    ['a Map', new Map(Object.entries(IDS))],
    ['a proxy of a request', new Proxy({ headers: new Headers(IDS) }, {})],
    [
      'plain headers in another case',
      { 'X-Signal-Session-Id': 's', 'X-SIGNAL-WINDOW-ID': 'w', 'X-Signal-Distinct-Id': 'd' },
    ],
  ])('reads %s', (_name, source) => {
    expect(getSessionInfo(source)).toEqual(FOUND);
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.req = cyclic;
  cyclic.headers = cyclic;
  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['an empty object', {}],
    ['a number', 5],
    ['a string', 'x-signal-session-id'],
    ['a function', () => IDS],
    ['an array', [IDS]],
    ['a forgotten await', Promise.resolve(new Headers(IDS))],
    ['a context without a request', { req: undefined }],
    ['a request without headers', { headers: null }],
    ['a form', new FormData()],
    ['an object without a prototype', Object.create(null)],
    ['an object that refers to itself', cyclic],
    [
      'numbers for values',
      { 'x-signal-session-id': 1, 'x-signal-window-id': [2], 'x-signal-distinct-id': {} },
    ],
  ])('finds nothing in %s, and does not throw', (_name, source) => {
    expect(getSessionInfo(source)).toEqual(NOTHING);
  });

  test('a form that has a file of that name carries no id', () => {
    const form = new FormData();
    form.set('x-signal-session-id', new File(['a'], 'a.txt'));
    expect(getSessionInfo(form)).toEqual(NOTHING);
  });

  test('an error of the request itself passes through, because Next.js uses it to leave static rendering', () => {
    const request = {
      get headers(): Headers {
        throw new Error('dynamic');
      },
    };
    expect(() => getSessionInfo(request)).toThrow('dynamic');
  });

  test('takes the first of repeated values', () => {
    expect(idOf(['a', 'b'])).toBe('a');
    expect(idOf('a, b')).toBe('a');
    expect(idOf([])).toBeUndefined();
  });

  test('decodes percent-encoding, and keeps what is not any', () => {
    expect(idOf('%E7%94%A8%E6%88%B7')).toBe('用户');
    expect(idOf('a%2C%20b')).toBe('a, b');
    expect(idOf('100%')).toBe('100%');
    expect(idOf('%E7%94')).toBe('%E7%94');
  });

  test('trims, and drops empty values', () => {
    expect(idOf('  a\t')).toBe('a');
    expect(idOf('')).toBeUndefined();
    expect(idOf(' ')).toBeUndefined();
    expect(idOf('%20')).toBeUndefined();
    expect(idOf(', a')).toBeUndefined();
  });

  test('drops values that no browser SDK sends', () => {
    expect(idOf('a'.repeat(200))).toBe('a'.repeat(200));
    expect(idOf('a'.repeat(201))).toBeUndefined();
    expect(idOf('a\u0000b')).toBeUndefined();
    expect(idOf('a%0D%0Ab')).toBeUndefined();
    expect(idOf('a\u007Fb')).toBeUndefined();
    expect(idOf('a%C2%85b')).toBeUndefined();
    expect(idOf('jürgen 😀')).toBe('jürgen 😀');
  });
});
