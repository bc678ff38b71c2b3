import { describe, expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed } from '../cli/support/apps.js';
import { cli } from '../cli/support/run-cli.js';

const LAYERS = Array.from({ length: 40 }, (_, layer) => layer);
const SIGNAL = "import { signal } from '@/lib/signal';\n";

/** Forty functions, each of which calls the one before it in two places: a million million ways lead to the first. */
function ladder(first: string, call: (below: number) => string, parameters = ''): string {
  return LAYERS.map((layer) =>
    layer === 0
      ? `export function f0(${parameters}) {\n${first}\n}\n`
      : `export function f${layer}(${parameters}) {\n  ${call(layer - 1)}\n  ${call(layer - 1)}\n}\n`,
  ).join('');
}

interface Entry {
  readonly name: string;
  readonly calls: readonly { readonly verdict: string }[];
}

/** What `check --coverage` says of every request scope, and the verdicts of the calls in it. */
async function coverage(files: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  const { stdout, stderr } = await cli(committed({ ...APP_WITH_PROVIDER, ...files }).root, [
    'check',
    '--json',
    '--coverage',
  ]);
  expect(stderr).not.toContain('signal-next failed');
  const { projects } = JSON.parse(stdout) as { projects: { coverage: Entry[] }[] };
  const entries = projects.flatMap((one) => one.coverage);
  return Object.fromEntries(entries.map(({ name, calls }) => [name, calls.map(({ verdict }) => verdict)]));
}

describe('more ways through the code than anybody can go', () => {
  test.each([
    ['in the distinct id', 'a13'],
    ['beside the distinct id', 'a0'],
    ['in a session id', "'u1', sessionId: a13"],
    ['in what others are told by', 'who.id'],
  ])('variables that are made of the one before them over and over, %s', async (_where, id) => {
    const chain = Array.from({ length: 13 }, (_, at) => {
      const before = Array.from({ length: 6 }, () => `a${at}`).join(', ');
      return `  const a${at + 1} = [${before}].join();\n`;
    }).join('');
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'lib/track.ts': `${SIGNAL}export function track(order: { id: string }) {
  const a0 = order.id;
${chain}  [a13].forEach((one) => {
    const who = { id: one };
    signal.capture({ distinctId: ${id}, event: 'ordered' });
  });
}
`,
      'app/api/orders/route.ts': `import { track } from '@/lib/track';
export async function POST(request: Request) {
  track(await request.json());
  return Response.json({});
}
`,
    });
    const { stdout } = await cli(folder.root, ['check']);
    expect(stdout).toMatch(/\d Signal calls: 0 forwarded/);
  });

  test('a function that gives back what it gives back itself', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'lib/walk.ts': `export interface Node { kind: string; left?: Node; right?: Node }
export async function walk(node: Node, visit: (n: Node) => Promise<void>): Promise<Node> {
  if (node.kind === 'group' && node.left) return walk(node.left, visit);
  if (node.kind === 'pair') return walk(node.left ?? node, visit);
  if (node.right) return walk(node.right, visit);
  await visit(node);
  return node;
}
`,
      'app/api/tree/route.ts': `${SIGNAL}import { walk } from '@/lib/walk';
export async function POST(request: Request) {
  const tree = await request.json();
  await walk(tree, async (node) => {
    signal.capture({ distinctId: tree.userId, event: 'visited', properties: { kind: node.kind } });
  });
  return Response.json({});
}
`,
    });
    const { stdout } = await cli(folder.root, ['check']);
    expect(stdout).toContain('2 Signal calls: 0 forwarded, 2 fixable');
  });

  test('a builder from factories that call each other, whose origin is found all the same', async () => {
    const factories = LAYERS.map(
      (layer) => `export function make${layer}(kind: string) {
  if (kind === 'a') return make${Math.min(layer + 1, 39)}(kind.slice(1));
  if (kind === 'b') return make${Math.min(layer + 2, 39)}(kind.slice(1));
  ${layer === 0 ? "return new Inngest({ id: 'shop' });" : 'throw new Error(kind);'}
}
`,
    );
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'lib/queue.ts': `import { Inngest } from 'inngest';\n${factories.join('')}`,
      'lib/jobs.ts': `${SIGNAL}import { make0 } from './queue';
export const job = make0('shop').createFunction({ id: 'job' }, { event: 'ordered' }, async () => {
  signal.capture({ distinctId: 'u1', event: 'e' });
});
`,
    });
    const { stdout } = await cli(folder.root, ['check', '--json']);
    expect(stdout).toContain('"called-by-service"');
  });

  test('barrels that all export each other, on the way to a helper, its client and the reader', async () => {
    const barrels = LAYERS.slice(0, 24).map((one, _, all): [string, string] => {
      const others = all.filter((other) => other !== one).map((other) => `export * from './b${other}';\n`);
      return [`lib/b${one}.ts`, others.join('')];
    });
    const covered = await coverage({
      ...Object.fromEntries(barrels),
      'lib/b23.ts': `${barrels[23]?.[1]}export * from './track';\nexport { signal, getSessionInfo } from './signal';\n`,
      'lib/track.ts': `import { signal } from './b0';
export function track() {
  signal.capture({ distinctId: 'u1', event: 'e' });
}
`,
      'app/api/barrels/route.ts': `import { getSessionInfo, signal, track } from '@/lib/b0';
export async function POST(request: Request) {
  track();
  signal.capture({ distinctId: 'u1', event: 'e', ...getSessionInfo(request) });
  return Response.json({});
}
`,
    });
    expect(covered).toMatchObject({ 'POST /api/barrels': ['forwarded', 'fixable'] });
  });

  test('wrappers that are given what the one before them wraps in six places', async () => {
    const wrapped = LAYERS.slice(1).map(
      (one) => `const w${one} = wrap(${`w${one - 1}, `.repeat(6)}{ other: w${one - 1} });\n`,
    );
    const covered = await coverage({
      'lib/answer.ts': `${SIGNAL}export const w0 = async (request: Request) => {
  signal.capture({ distinctId: 'u1', event: 'e' });
  return Response.json({});
};
`,
      'app/api/wrapped/route.ts': `import { wrap } from 'wrappers';
import { w0 } from '@/lib/answer';
${wrapped.join('')}export const POST = w39;
`,
    });
    expect(covered).toMatchObject({ 'POST /api/wrapped': ['fixable'] });
  });

  test('helpers that call helpers, from a request', async () => {
    const covered = await coverage({
      'lib/ladder.ts': `${SIGNAL}${ladder("  signal.capture({ distinctId: 'u1', event: 'e' });", (below) => `f${below}();`)}`,
      'app/api/ladder/route.ts': `import { f39 } from '@/lib/ladder';
export async function POST(request: Request) {
  f39();
  return Response.json({});
}
`,
    });
    expect(covered).toMatchObject({ 'POST /api/ladder': ['fixable'] });
  });

  test('helpers that call helpers, and no request', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'lib/ladder.ts': `${SIGNAL}${ladder("  signal.capture({ distinctId: 'u1', event: 'e' });", (below) => `f${below}();`)}f39();\n`,
    });
    const { stdout } = await cli(folder.root, ['check', '--json']);
    expect(stdout).toContain('"no-request"');
  });

  test('helpers that all call each other', async () => {
    const helpers = LAYERS.slice(0, 16).map(
      (one, _, all) =>
        `export function g${one}(depth: number) {\n${all.map((other) => `  if (depth > ${other}) g${other}(depth - 1);`).join('\n')}\n  signal.capture({ distinctId: 'u1', event: 'e${one}' });\n}\n`,
    );
    const covered = await coverage({
      'lib/circle.ts': `${SIGNAL}${helpers.join('')}`,
      'app/api/circle/route.ts': `import { g3 } from '@/lib/circle';
export async function POST(request: Request) {
  g3(4);
  return Response.json({});
}
`,
    });
    expect(covered['POST /api/circle']).toEqual(helpers.map(() => 'fixable'));
  });
});

describe('a session that is lost on one of many ways', () => {
  const HELPERS = `import type { SessionInfo } from '@/lib/signal';\n${SIGNAL}`;
  const CAPTURE = "  signal.capture({ distinctId: 'u1', event: 'e', ...session });";
  const route = (name: string, argument: string): string => `import { ${name} } from '@/lib/ways';
import { getSessionInfo } from '@/lib/signal';
export async function POST(request: Request) {
  ${name}(${argument});
  return Response.json({});
}
`;

  test('only the request on that way counts as losing it', async () => {
    const covered = await coverage({
      'lib/ways.ts': `${HELPERS}${ladder(CAPTURE, (below) => `f${below}(session);`, 'session?: SessionInfo')}`,
      'app/api/kept/route.ts': route('f39', 'getSessionInfo(request)'),
      'app/api/lost/route.ts': route('f39', ''),
    });
    expect(covered['POST /api/kept']).toEqual(['forwarded']);
    expect(covered['POST /api/lost']).toEqual(['fixable']);
  });

  test('a function that calls itself without it does not lose it for its callers', async () => {
    const covered = await coverage({
      'lib/ways.ts': `${HELPERS}function record(session?: SessionInfo) {
${CAPTURE}
}
export function again(depth: number, session?: SessionInfo) {
  if (depth > 0) again(depth - 1);
  record(session);
}
export function ping(depth: number, session?: SessionInfo) {
  if (depth > 0) pong(depth - 1);
  record(session);
}
export function pong(depth: number, session?: SessionInfo) {
  if (depth > 0) ping(depth - 1, session);
  record(session);
}
`,
      'app/api/again/route.ts': route('again', '1, getSessionInfo(request)'),
      'app/api/ping/route.ts': route('ping', '1, getSessionInfo(request)'),
    });
    expect(covered['POST /api/again']).toEqual(['forwarded']);
    expect(covered['POST /api/ping']).toEqual(['fixable']);
  });
});
