import { expect, test } from 'vitest';
import { type AddedLines, addedLines } from '../../src/inspect/added-lines.js';
import { foundIn } from '../../src/inspect/findings.js';
import { inspectProject } from '../../src/inspect/inspect.js';
import type { RuleId } from '../../src/rules/finding.js';
import { folderWith, projectIn } from '../project/folders.js';
import { nextApp } from '../support/project-folder.js';

/** The lines that are shown for each call of a route that does not forward the session. */
async function shownFor(route: string): Promise<string[][]> {
  const added = await addedFor('session-not-forwarded', { 'app/api/a/route.ts': route });
  return added.map(({ lines }) => lines.map(({ text }) => text.trim()));
}

async function addedFor(rule: RuleId, files: Readonly<Record<string, string>>): Promise<AddedLines[]> {
  const folder = folderWith({
    ...nextApp(),
    'lib/signal-server.ts':
      "import { createSignalServer } from 'signal-next/server';\nexport const signal = createSignalServer({ apiKey: 'k' });\n",
    ...files,
  });
  const inspection = inspectProject(projectIn(folder.root), { distinctId: 'header-first' });
  const linesOf = addedLines(inspection);
  return (await foundIn(inspection)).flatMap(({ finding }) =>
    finding.rule === rule ? [linesOf(finding)] : [],
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
  const text = [
    "import { signal } from '../../../lib/signal-server';",
    '',
    'export const POST = (request: Request) => { work(); signal.identify({ distinctId: id, name }); };',
    '',
  ].join(eol);
  const [added] = await addedFor('session-not-forwarded', { 'app/api/a/route.ts': text });
  const parts = added?.lines.map(({ text, changed }) =>
    changed.map(({ start, end }) => text.slice(start, end)),
  );
  expect(parts).toEqual([
    [', getSessionInfo'],
    [' const { sessionId, windowId } = getSessionInfo(request);', ', sessionId, windowId'],
  ]);
});

/** A helper with a Signal call, and functions that call one another down to it, in these files. */
const TRACK = `import { signal } from './signal-server';

export function track(id: string) {
  signal.capture({ distinctId: id, event: 'a' });
}
`;

const calling = (name: string, inner: string, from: string): string =>
  `import { ${inner} } from '${from}';

export function ${name}(id: string) {
  ${inner}(id);
}
`;

const routeCalling = (name: string, from: string): string => `import { ${name} } from '../../../lib/${from}';

export async function POST(request: Request) {
  const { id } = await request.json();
  ${name}(id);
}
`;

const placed = ({ lines, elsewhere }: AddedLines) => ({
  lines: lines.map(({ path, line, text }) => `${path}:${line} ${text.trim()}`),
  elsewhere,
});

const IN_ROUTE = [
  "app/api/a/route.ts:1 import { getSessionInfo } from '@/lib/signal-server';",
  'app/api/a/route.ts:5 const session = getSessionInfo(request);',
];
const IN_TRACK = [
  "lib/track.ts:1 import { signal, type SessionInfo } from './signal-server';",
  'lib/track.ts:3 export function track(id: string, session?: SessionInfo) {',
  'lib/track.ts:4 signal.capture({',
  'lib/track.ts:5 distinctId: session?.distinctId || id,',
  "lib/track.ts:6 event: 'a',",
  'lib/track.ts:7 sessionId: session?.sessionId,',
  'lib/track.ts:8 windowId: session?.windowId,',
  'lib/track.ts:9 });',
];

test('where the session is lost, what the Signal call needs in its own file is shown too', async () => {
  const added = await addedFor('session-lost', {
    'lib/track.ts': TRACK,
    'app/api/a/route.ts': routeCalling('track', 'track'),
  });
  expect(added.map(placed)).toEqual([
    { lines: [...IN_ROUTE, 'app/api/a/route.ts:7 track(id, session);', ...IN_TRACK], elsewhere: [] },
  ]);
});

test('what is between is shown where it is in one of these files, else its file is named', async () => {
  const apart = await addedFor('session-lost', {
    'lib/track.ts': TRACK,
    'lib/order.ts': calling('order', 'track', './track'),
    'lib/buy.ts': calling('buy', 'order', './order'),
    'app/api/a/route.ts': routeCalling('buy', 'buy'),
  });
  expect(apart.map(placed)).toEqual([
    {
      lines: [...IN_ROUTE, 'app/api/a/route.ts:7 buy(id, session);', ...IN_TRACK],
      elsewhere: ['lib/order.ts', 'lib/buy.ts'],
    },
  ]);
  const order = calling('order', 'track', '').split('\n').slice(2).join('\n');
  const other = order.replaceAll('order', 'other').replaceAll('track', 'track');
  const together = await addedFor('session-lost', {
    'lib/track.ts': `${TRACK}\n${order}\n${other}`,
    'app/api/a/route.ts': routeCalling('order', 'track'),
    'app/api/b/route.ts': routeCalling('other', 'track'),
  });
  expect(together.map(placed)[0]).toEqual({
    lines: [
      ...IN_ROUTE,
      'app/api/a/route.ts:7 order(id, session);',
      ...IN_TRACK,
      'lib/track.ts:12 export function order(id: string, session?: SessionInfo) {',
      'lib/track.ts:13 track(id, session);',
    ],
    elsewhere: [],
  });
});

test('of a helper that forwards what it is given nothing is shown, whatever else its file needs', async () => {
  const forwarding = TRACK.replace('id: string', 'id: string, session?: SessionInfo')
    .replace("event: 'a'", "event: 'a', sessionId: session?.sessionId, windowId: session?.windowId")
    .replace('{ signal }', '{ signal, type SessionInfo }');
  const files = {
    'lib/signal-server.ts':
      "import { createSignalServer } from 'signal-next/server';\nexport { getSessionInfo, type SessionInfo } from 'signal-next/server';\nexport const signal = createSignalServer({ apiKey: 'k' });\n",
    'lib/track.ts': `${forwarding}
export function handle(request: Request) {
  signal.capture({ distinctId: 'x', event: 'b' });
}
`,
    'app/api/a/route.ts': `${routeCalling('track', 'track')}\nexport { handle as PUT } from '../../../lib/track';\n`,
  };
  const [other] = await addedFor('session-not-forwarded', files);
  expect(other?.lines.map(({ path }) => path)).toContain('lib/track.ts');
  expect((await addedFor('session-lost', files)).map(placed)).toEqual([
    { lines: [...IN_ROUTE, 'app/api/a/route.ts:7 track(id, session);'], elsewhere: [] },
  ]);
});
