import { expect, test } from 'vitest';
import { addedLines } from '../../src/inspect/added-lines.js';
import { foundIn } from '../../src/inspect/findings.js';
import { inspectProject } from '../../src/inspect/inspect.js';
import type { AddedLine } from '../../src/report/model.js';
import { folderWith, projectIn } from '../project/folders.js';
import { nextApp } from '../support/project-folder.js';

/** The lines that are shown for each call of a route that does not forward the session. */
async function shownFor(route: string): Promise<string[][]> {
  return (await addedFor(route)).map((lines) => lines.map(({ text }) => text.trim()));
}

async function addedFor(route: string): Promise<(readonly AddedLine[])[]> {
  const folder = folderWith({
    ...nextApp(),
    'lib/signal-server.ts':
      "import { createSignalServer } from 'signal-next/server';\nexport const signal = createSignalServer({ apiKey: 'k' });\n",
    'app/api/a/route.ts': route,
  });
  const inspection = inspectProject(projectIn(folder.root), { distinctId: 'header-first' });
  const linesOf = addedLines(inspection);
  return (await foundIn(inspection)).flatMap(({ finding }) =>
    finding.rule === 'session-not-forwarded' ? [linesOf(finding)] : [],
  );
}

test('what moves another call to a line of its own is not shown for a call', async () => {
  const shown = await shownFor(`import { signal } from '../../../lib/signal-server';

export async function POST(request: Request) {
  const { id, plan } = await request.json();
  if (id) signal.capture({ distinctId: id, event: 'started', plan });
  else signal.capture({ distinctId: 'x', event: 'ended', plan });
  after(() => signal.capture({ distinctId: id, event: 'done', plan }));
}
`);
  const call = (id: string, event: string) => [
    'signal.capture({',
    `distinctId: distinctId || ${id},`,
    `event: '${event}',`,
    'plan,',
    'sessionId,',
    'windowId,',
  ];
  const start = [
    "import { signal, getSessionInfo } from '../../../lib/signal-server';",
    'const { sessionId, windowId, distinctId } = getSessionInfo(request);',
  ];
  expect(shown).toEqual([
    [...start, 'if (id)', ...call('id', 'started'), '});'],
    [...start, 'else', ...call("'x'", 'ended'), '});'],
    [...start, 'after(() =>', ...call('id', 'done'), '}),', ');'],
  ]);
});

test('calls that break up a list together show it each with what is its own', async () => {
  const shown = await shownFor(`import { signal } from '../../../lib/signal-server';

export async function POST(request: Request) {
  const { id } = await request.json();
  await Promise.all([work(), signal.capture({ distinctId: id, event: 'a' }), signal.capture({ distinctId: id, event: 'b' })]);
}
`);
  const calls = shown.map((lines) => lines.slice(2));
  const withIds = (event: string): string =>
    `signal.capture({ distinctId: distinctId || id, event: '${event}', sessionId, windowId }),`;
  const asItIs = (event: string): string => `signal.capture({ distinctId: id, event: '${event}' }),`;
  expect(calls).toEqual([
    ['await Promise.all([', 'work(),', withIds('a'), asItIs('b'), ']);'],
    ['await Promise.all([', 'work(),', asItIs('a'), withIds('b'), ']);'],
  ]);
});

test.each(['\n', '\r\n'])('what is new in a line that was there before is known (%j)', async (eol) => {
  const [lines = []] = await addedFor(
    [
      "import { signal } from '../../../lib/signal-server';",
      '',
      'export const POST = (request: Request) => { work(); signal.identify({ distinctId: id, name }); };',
      '',
    ].join(eol),
  );
  const parts = lines.map(({ text, changed }) => changed.map(({ start, end }) => text.slice(start, end)));
  expect(parts).toEqual([
    [', getSessionInfo'],
    [' const { sessionId, windowId } = getSessionInfo(request);', ', sessionId, windowId'],
  ]);
});
