import { expect, test } from 'vitest';
import { syncHeaders } from '../../src/rules/sync-headers.js';
import { analysedProject } from '../support/analysed-project.js';

const IMPORTS = `'use server';
import { headers, type UnsafeUnwrappedHeaders } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';
`;

/** What is found in a Server Action of that body, as the text of its line behind the severity. */
function found(body: string, above = '', files: Record<string, string> = {}): string[] {
  const text = `${IMPORTS}${above}
export async function order(userId: string) {
${body}
}
`;
  const { analyses } = analysedProject({ ...files, 'app/actions.ts': text });
  return analyses.flatMap(({ file, syncHeaders: calls }) =>
    calls.map((call) => {
      const { severity, start } = syncHeaders(file.path, call);
      const from = file.text.lastIndexOf('\n', start) + 1;
      return `${severity} ${file.text.slice(from, file.text.indexOf('\n', start)).trim()}`;
    }),
  );
}

test('a promise that the reader is given in a variable, under a cast or in a copy is found', () => {
  expect(found('const list = headers();\nreturn getSessionInfo(list);')).toEqual([
    'error const list = headers();',
  ]);
  expect(found('return getSessionInfo(headers() as any);')).toEqual([
    'error return getSessionInfo(headers() as any);',
  ]);
  expect(
    found(`
const list = headers() as unknown as UnsafeUnwrappedHeaders;
return list.get('x-signal-session-id');`),
  ).toEqual(['error const list = headers() as unknown as UnsafeUnwrappedHeaders;']);
  expect(found("const list = new Headers(headers());\nreturn list.get('x-signal-session-id');")).toEqual([
    'error const list = new Headers(headers());',
  ]);
});

test('a reader under another name is known, be it a function of the project', () => {
  const other = `import { getSessionInfo as readSession } from '@/lib/signal-server';\n`;
  expect(found('return readSession(headers());', other)).toHaveLength(1);
  const files = {
    'lib/session.ts': `
type Bag = { get(name: string): string | null };
const read = (bag: Bag, name: string) => bag.get(name) ?? undefined;
export const readIds = (bag: Bag) => ({
  sessionId: read(bag, 'x-signal-session-id'),
  windowId: read(bag, 'x-signal-window-id'),
});
export async function readLater(bag: Promise<Bag>) {
  return readIds(await bag);
}
export const handOn = (bag: Promise<Bag>) => readLater(bag);
`,
  };
  const imports = `import { handOn, readIds, readLater } from '@/lib/session';\n`;
  expect(found('return readIds(headers());', imports, files)).toHaveLength(1);
  expect(found('return await readLater(headers());', imports, files)).toEqual([]);
  expect(found('return await handOn(headers());', imports, files)).toEqual([]);
  expect(found('return logIds(headers());', imports, files)).toEqual([]);
});

test('a header whose name is a constant or a parameter is read too', () => {
  const above = `const NAMES = { session: 'x-signal-session-id', trace: 'x-trace-id' } as const;\n`;
  expect(found('return headers().get(NAMES.session);', above)).toHaveLength(1);
  expect(found('return headers().get(NAMES.trace);', above)).toEqual([]);
  const get = 'const get = (name: string) => headers().get(name) ?? undefined;';
  expect(found(`${get}\nreturn get(NAMES.session);`, above)).toEqual([`warning ${get}`]);
  expect(found(`${get}\nreturn get(NAMES.trace);`, above)).toEqual([]);
});

test('a promise that is waited for somewhere is none of this', () => {
  expect(found('const list = headers();\nreturn getSessionInfo(await list);')).toEqual([]);
  expect(found('return headers().then(getSessionInfo);')).toEqual([]);
  expect(found('const [list] = await Promise.all([headers()]);\nreturn getSessionInfo(list);')).toEqual([]);
});

test('where something else takes the promise for one, nothing is awaited for it', () => {
  expect(found('const list = headers();\nlist.then(log);\nreturn getSessionInfo(list as any);')).toEqual([
    'warning const list = headers();',
  ]);
});
