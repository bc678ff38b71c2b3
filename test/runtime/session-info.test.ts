import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSessionInfo, type HeaderSource, type SessionInfo } from '../../runtime/server/index.js';

const S = 'x-signal-session-id';
const W = 'x-signal-window-id';
const D = 'x-signal-distinct-id';
const NONE: SessionInfo = { sessionId: undefined, windowId: undefined, distinctId: undefined };
const ALL: SessionInfo = { sessionId: 's', windowId: 'w', distinctId: 'ü@x' };
const PLAIN = { [S]: 's', [W]: 'w', [D]: '%C3%BC%40x' };

type Row = [sentence: string, source: HeaderSource | null | undefined, expected: SessionInfo];

const ROWS: Row[] = [
  ['a Request', new Request('http://a/', { headers: PLAIN }), ALL],
  ['Headers, and what headers() resolves to', new Headers(PLAIN), ALL],
  ['the req of an API route', { headers: PLAIN }, ALL],
  ['the req of an edge API route', { headers: new Headers(PLAIN) }, ALL],
  ['a getServerSideProps context', { req: { headers: PLAIN } }, ALL],
  ['a getInitialProps context in the browser', { req: undefined }, NONE],
  ['a context with headers of its own', { req: { headers: PLAIN }, headers: {} }, ALL],
  ['plain headers', PLAIN, ALL],
  ['plain headers in another case', { 'X-Signal-Session-Id': 's' }, { ...NONE, sessionId: 's' }],
  ['null', null, NONE],
  ['undefined', undefined, NONE],
  ['no headers at all', {}, NONE],
  ['the first of a repeated header', { [S]: ['one', 'two'] }, { ...NONE, sessionId: 'one' }],
  ['the first of a joined header', { [S]: 'one, two' }, { ...NONE, sessionId: 'one' }],
  ['an empty value as absent', { [S]: '', [W]: '  ', [D]: ',x' }, NONE],
  ['200 characters', { [S]: 'x'.repeat(200) }, { ...NONE, sessionId: 'x'.repeat(200) }],
  ['an overlong value as absent', { [S]: 'x'.repeat(201) }, NONE],
  ['control characters as absent', { [S]: 'a%0Ab', [W]: 'a\u0000', [D]: 'a%7F' }, NONE],
  ['a value that is badly encoded as it stands', { [S]: '100%' }, { ...NONE, sessionId: '100%' }],
  ['another script', { [D]: '%E7%94%A8%E6%88%B7' }, { ...NONE, distinctId: '用户' }],
];

describe('getSessionInfo', () => {
  it.each(ROWS)('reads %s', (_sentence, source, expected) => {
    expect(getSessionInfo(source)).toEqual(expected);
  });

  it('does not compile with a promise, such as a forgotten await', () => {
    const promise = Promise.resolve(new Headers(PLAIN));
    // @ts-expect-error a promise is no source
    expect(getSessionInfo(promise)).toEqual(NONE);
  });
});

const TEMPLATE = new URL('../../templates/signal-server.ts', import.meta.url);

describe.skipIf(!existsSync(TEMPLATE))('the getSessionInfo that init generates', () => {
  let folder: string;
  let generated: (source: unknown) => SessionInfo;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signal-template-'));
    const file = join(folder, 'signal-server.mjs');
    const result = await build({
      stdin: { contents: readFileSync(TEMPLATE, 'utf8'), loader: 'ts' },
      bundle: true,
      format: 'esm',
      write: false,
      plugins: [
        {
          name: 'sdk',
          setup({ onResolve, onLoad }) {
            onResolve({ filter: /.*/ }, ({ path }) => ({ path, namespace: 'sdk' }));
            onLoad({ filter: /.*/, namespace: 'sdk' }, () => ({
              contents: 'export const createSignalServer = () => ({});',
            }));
          },
        },
      ],
    });
    await writeFile(file, result.outputFiles[0]?.text ?? '');
    ({ getSessionInfo: generated } = await import(pathToFileURL(file).href));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(ROWS)('agrees with the runtime on %s', (_sentence, source, expected) => {
    expect(generated(source)).toEqual(expected);
  });
});
