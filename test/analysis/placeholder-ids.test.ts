import { describe, expect, test } from 'vitest';
import { analyzeFile } from '../../src/analysis/analyze-file.js';
import { SignalClients } from '../../src/analysis/clients.js';
import { placeholderDistinctId, placeholdersGiven } from '../../src/rules/placeholder-distinct-id.js';
import { applyEdits } from '../../src/source/edit.js';
import { forwardSession } from '../../transforms/forward-session/forward-session.js';
import { SIGNAL_MODULE } from '../support/analysed-project.js';
import { analysisContext } from '../support/analysis-context.js';
import { memoryHost } from '../support/memory-host.js';

/** The findings of one file as `<the marked text>: <message>`, before the rewrite and after it. */
function findingsIn(path: string, text: string, files: Record<string, string> = {}): [string[], string[]] {
  const before = analysed(path, text, files);
  const after = analysed(path, applyEdits(text, before.edits), files);
  return [before.findings, after.findings];
}

function analysed(path: string, text: string, files: Record<string, string>) {
  const memory = memoryHost({ 'lib/signal-server.ts': SIGNAL_MODULE, ...files, [path]: text });
  const host = { ...memory, users: () => memory.sourcePaths ?? [] };
  const context = analysisContext(host);
  const file = host.load(path);
  if (!file) throw new SyntaxError(text);
  const analysis = analyzeFile(file, context, new SignalClients(host, context.sdkModules));
  const findings = analysis.calls.flatMap((call) =>
    [placeholderDistinctId(call), ...placeholdersGiven(call)].flatMap((finding) =>
      finding ? [`${host.text?.(finding.path)?.slice(finding.start, finding.end)}: ${finding.message}`] : [],
    ),
  );
  return { edits: forwardSession(analysis, context), findings };
}

const IMPORT = `import { signal } from '@/lib/signal-server';\n`;

/** A route handler that names the person by `id`. */
function route(id: string, above = ''): string {
  return `${IMPORT}${above}
export async function POST(request: Request) {
  const { user, event } = await request.json();
  ${id.includes('\n') ? id : `signal.capture({ distinctId: ${id}, event });`}
  return Response.json({});
}
`;
}

const FALLS_BACK =
  "capture() falls back to the distinct id 'WORD', so all visitors without an id become one person.";

test.each([
  ["user?.id ?? 'anonymous'", "'anonymous'", 'anonymous'],
  ["user?.id || 'shop-api'", "'shop-api'", 'shop-api'],
  ["user ? user.id : 'guest'", "'guest'", 'guest'],
  ['(user?.id as string | undefined) ?? `server`', '`server`', 'server'],
  ["request.headers.get('x-posthog-distinct-id') ?? 'unknown'", "'unknown'", 'unknown'],
  ['String(user.id)', undefined, ''],
  ["user?.id ?? ''", undefined, ''],
  ['user?.id ?? crypto.randomUUID()', undefined, ''],
  ["'import-2024'", undefined, ''],
])('%s', (id, marked, word) => {
  const [before, after] = findingsIn('app/api/a/route.ts', route(id));
  expect(before).toEqual(marked === undefined ? [] : [`${marked}: ${FALLS_BACK.replace('WORD', word)}`]);
  // The header wins now, but a request without one still ends at the placeholder.
  expect(after).toHaveLength(before.length);
});

test.each(['anonymous', 'system:newsletter'])(
  'a literal that names nobody is one person for everybody: %s',
  (word) => {
    const [before, after] = findingsIn('app/api/a/route.ts', route(`'${word}'`));
    expect(before).toEqual([
      `'${word}': capture() gives every visitor the distinct id '${word}', so all of them become one person.`,
    ]);
    // Behind the header's id it is for those only who come without one.
    expect(after).toEqual([`'${word}': ${FALLS_BACK.replace('WORD', word)}`]);
  },
);

test("the header's id in front of a service's own name makes no placeholder of it", () => {
  const above = "import { getSessionInfo } from '@/lib/signal-server';";
  const id = (word: string) =>
    `const { distinctId } = getSessionInfo(request);\n  signal.capture({ distinctId: distinctId || '${word}', event });`;
  expect(findingsIn('app/api/a/route.ts', route(id('import-2024'), above))).toEqual([[], []]);
  expect(findingsIn('app/api/a/route.ts', route(id('guest'), above))[0]).toEqual([
    `'guest': ${FALLS_BACK.replace('WORD', 'guest')}`,
  ]);
});

test.each([
  ['a constant of the file', 'user?.id ?? NOBODY', "const NOBODY = 'nobody-here';"],
  ['a constant of another file', 'user?.id ?? ANONYMOUS', "import { ANONYMOUS } from '@/lib/ids';"],
  [
    'a variable that is set sometimes',
    "let id = 'anonymous';\n  if (user) id = user.id;\n  signal.capture({ distinctId: id, event });",
    '',
  ],
  [
    'a default of a pattern',
    "const { id = 'web' } = user;\n  signal.capture({ distinctId: id, event });",
    '',
  ],
  [
    'a payload in a variable',
    "const payload = { distinctId: user?.id ?? 'web', event };\n  signal.capture(payload);",
    '',
  ],
  ['a constant of an object of another file', 'user?.id ?? IDS.nobody', "import { IDS } from '@/lib/ids';"],
  ['a function of the file', 'idOf(user)', "const idOf = (one) => one?.id ?? 'web';"],
  ['a function of another file', 'await visitorId(user)', "import { visitorId } from '@/lib/ids';"],
  [
    'a function with a placeholder among its returns',
    'idOf(user)',
    "function idOf(one) {\n  if (!one) return 'anonymous';\n  return one.id;\n}",
  ],
  ['a function that is given it', "either(user?.id, 'web')", 'const either = (a, b) => a ?? b;'],
  ['a template', `\`\${user?.id ?? 'web'}\``, ''],
  ['a conversion', "String(user?.id ?? 'web')", ''],
  [
    'a payload that is spread',
    "const payload = { distinctId: user?.id ?? 'web', event };\n  signal.capture({ ...payload, properties: {} });",
    '',
  ],
  [
    'a payload of a function',
    'signal.capture(\n payloadOf(user));',
    "const payloadOf = (one) => ({ distinctId: one?.id ?? 'web', event: 'a' });",
  ],
  ['the first argument', "signal.alias(\n user?.id ?? 'web', user.email);", ''],
  [
    'a hand-written session',
    "const session = getSessionInfo(request);\n  signal.capture({ distinctId: session?.distinctId || 'anonymous', event, sessionId: session.sessionId, windowId: session.windowId });",
    "import { getSessionInfo } from '@/lib/signal-server';",
  ],
])('is found through %s', (_what, id, above) => {
  const [before, after] = findingsIn('app/api/a/route.ts', route(id, above), {
    'lib/ids.ts':
      "export const ANONYMOUS = 'anonymous';\nexport const IDS = { nobody: 'nobody' } as const;\nexport async function visitorId(user) { return user?.id ?? ANONYMOUS; }\n",
  });
  expect(before).toHaveLength(1);
  expect(after).toHaveLength(1);
});

test('a helper counts where a request scope calls it', () => {
  const helper = `${IMPORT}
function track(event: string, id = 'anonymous') {
  signal.capture({ distinctId: id, event });
}
`;
  const handler = `
export async function POST(request: Request) {
  track('ordered');
  return Response.json({});
}
`;
  expect(findingsIn('app/api/a/route.ts', helper + handler)[0]).toHaveLength(1);
  expect(findingsIn('scripts/report.ts', `${helper}track('reported');\n`)[0]).toEqual([]);
});

test('what stands around a value in a template is part of the id', () => {
  expect(findingsIn('app/api/a/route.ts', route(`\`web:\${user?.id ?? 'none'}\``))[0]).toEqual([
    `'none': ${FALLS_BACK.replace('WORD', 'web:none')}`,
  ]);
});

test.each([
  [
    'a payload that is overwritten',
    "const payload = { distinctId: 'anonymous', event };\n  signal.capture({ ...payload, distinctId: user.id });",
    '',
  ],
  [
    "a service's account among the returns of a function",
    'idOf(user)',
    "function idOf(one) {\n  if (one.isBot) return 'shop-bot';\n  return one.id;\n}",
  ],
  ['a template of several values', `\`\${user?.tenant ?? 'web'}:\${user.id}\``, ''],
  ['a function of a package', "idOf(user, 'anonymous')", "import { idOf } from '@acme/ids';"],
])('is not found in %s', (_what, id, above) => {
  expect(findingsIn('app/api/a/route.ts', route(id, above))[0]).toEqual([]);
});

describe('a placeholder that a helper is given', () => {
  const GIVEN =
    "track() falls back to the distinct id 'web', so all visitors without an id become one person.";
  const callers = (call: string): Record<string, string> => ({
    'app/api/a/route.ts': `import { track } from '@/lib/track';
export async function POST(request: Request) {
  const { user } = await request.json();
  ${call}
  return Response.json({});
}
`,
    'scripts/report.ts':
      "import { track } from '@/lib/track';\ntrack('ordered', 'anonymous');\ntrack({ userId: 'anonymous' });\n",
  });

  test.each([
    ['as the id', '(event: string, userId: string)', 'userId', "track('ordered', user?.id ?? 'web');"],
    [
      'behind the header',
      '(event: string, userId: string, session?: SessionInfo)',
      'session?.distinctId || userId',
      "track('ordered', user?.id ?? 'web');",
    ],
    [
      'as an option',
      '(options: { userId: string })',
      'options.userId',
      "track({ userId: user?.id ?? 'web' });",
    ],
    ['in a pattern', '({ userId: id }: { userId: string })', 'id', "track({ userId: user?.id ?? 'web' });"],
  ])('%s is found at the call that gives it', (_how, parameters, id, call) => {
    const helper = `${IMPORT}import type { SessionInfo } from '@/lib/signal-server';
export function track${parameters} {
  signal.capture({ distinctId: ${id}, event: 'ordered' });
}
`;
    expect(findingsIn('lib/track.ts', helper, callers(call))[0]).toEqual([`'web': ${GIVEN}`]);
  });

  test('is found in a payload, and through another helper', () => {
    const helper = `${IMPORT}
export function send(payload: { distinctId: string; event: string }) {
  signal.capture({ ...payload, properties: {} });
}
export function track(event: string, id: string) {
  send({ distinctId: id, event });
}
`;
    expect(findingsIn('lib/track.ts', helper, callers("track('ordered', user?.id ?? 'web');"))[0]).toEqual([
      `'web': ${GIVEN}`,
    ]);
    expect(findingsIn('lib/track.ts', helper, callers("track('ordered', user.id);"))[0]).toEqual([]);
  });
});

test('a service may name itself where no visitor calls', () => {
  expect(
    findingsIn('scripts/report.ts', `${IMPORT}signal.capture({ distinctId: 'system', event: 'a' });\n`)[0],
  ).toEqual([]);
  expect(findingsIn('app/api/cron/report/route.ts', route("'system'"))[0]).toEqual([]);
});
