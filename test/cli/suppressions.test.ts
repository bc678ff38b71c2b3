import { describe, expect, test } from 'vitest';
import type { FileContent } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, CLIENT, committed, PROVIDERS, ROUTE, snapshot } from './support/apps.js';
import { cli } from './support/run-cli.js';

interface Shown {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly status: string;
}

async function checked(files: Readonly<Record<string, FileContent>>, ...args: string[]) {
  const folder = committed(files);
  const { code, stdout, stderr } = await cli(folder.root, ['check', '--json', ...args]);
  const [project] = JSON.parse(stdout).projects;
  const findings: Shown[] = project.findings;
  const of = (status: string): string[] =>
    findings
      .filter((one) => one.status === status)
      .map(({ rule, path, line }) => `${rule} ${path}:${line}`)
      .sort();
  return { folder, code, stderr, open: of('new'), suppressed: of('suppressed'), calls: project.calls };
}

/** Set up but for the routes. */
const READY: Readonly<Record<string, FileContent>> = {
  ...APP_WITH_PROVIDER,
  'app/providers.tsx': PROVIDERS.replace("projectId: 'shop'", "projectId: 'shop', addTracingHeaders: true"),
  'lib/signal.ts': `${CLIENT}
export type SessionInfo = { sessionId?: string; windowId?: string; distinctId?: string };
export function getSessionInfo(source: Request | Headers): SessionInfo {
  const headers = source instanceof Request ? source.headers : source;
  return {
    sessionId: headers.get('x-signal-session-id') ?? undefined,
    windowId: headers.get('x-signal-window-id') ?? undefined,
    distinctId: headers.get('x-signal-distinct-id') ?? undefined,
  };
}
`,
};
const ORDER = 'app/api/order/route.ts';

function routeWith(body: string, head = ''): Record<string, FileContent> {
  return {
    ...READY,
    [ORDER]: `${head}import { signal } from '@/lib/signal';\n\nexport async function POST(request: Request) {\n${body}\n  return Response.json({ ok: true });\n}\n`,
  };
}

const CALL = "signal.capture({ distinctId: 'anonymous', event: 'ordered' });";

describe('a suppression comment', () => {
  test.each([
    ['a line comment', `  // signal-next-ignore-next-line: why\n  ${CALL}`],
    ['a block comment', `  /* signal-next-ignore-next-line: why */\n  ${CALL}`],
    [
      'a block comment of several lines',
      `  /*\n   * signal-next-ignore-next-line:\n   * why\n   */\n  ${CALL}`,
    ],
    [
      'the rules by name',
      '  // signal-next-ignore-next-line session-not-forwarded: why\n  // signal-next-ignore-next-line placeholder-distinct-id: why\n' +
        `  ${CALL}`,
    ],
    [
      'other directives below it',
      `  // signal-next-ignore-next-line: why\n  // @ts-expect-error: untyped\n  ${CALL}`,
    ],
    [
      'a call on several lines',
      "  // signal-next-ignore-next-line: why\n  signal.capture({\n    distinctId: 'anonymous',\n    event: 'ordered',\n  });",
    ],
    [
      'a call after other statements',
      `  // signal-next-ignore-next-line: why\n  const now = Date.now(); ${CALL}`,
    ],
    [
      'a line of a doc comment',
      `  /**\n   * Says so.\n   * signal-next-ignore-next-line: why\n   */\n  ${CALL}`,
    ],
    ['the whole file', `  ${CALL}\n  // signal-next-ignore-file: why`],
    [
      'CRLF',
      `  // signal-next-ignore-next-line: why\r\n  signal.capture({\r\n    distinctId: 'anonymous',\r\n    event: 'ordered' });`,
    ],
  ])('is honoured: %s', async (_, body) => {
    const { folder, code, open, suppressed, calls } = await checked(routeWith(body));
    expect(open).toEqual([]);
    expect(suppressed.map((one) => one.split(' ')[0])).toEqual([
      'placeholder-distinct-id',
      'session-not-forwarded',
    ]);
    expect(calls).toMatchObject({ total: 1, suppressed: 1 });
    expect(code).toBe(0);
    const before = snapshot(folder);
    expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
    expect(snapshot(folder)).toEqual(before);
  });

  test('for one rule leaves the others', async () => {
    const { open, suppressed } = await checked(
      routeWith(`  // signal-next-ignore-next-line placeholder-distinct-id: a kiosk\n  ${CALL}`),
    );
    expect(open).toEqual([`session-not-forwarded ${ORDER}:5`]);
    expect(suppressed).toEqual([`placeholder-distinct-id ${ORDER}:5`]);
    const other = await checked(
      routeWith(`  // signal-next-ignore-next-line session-refused: no\n  ${CALL}`),
    );
    expect(other.open).toEqual([
      `placeholder-distinct-id ${ORDER}:5`,
      `session-not-forwarded ${ORDER}:5`,
      `unused-suppression ${ORDER}:4`,
    ]);
  });

  test('needs a reason and a rule that there is, and is to suppress something', async () => {
    const lines = [
      '  // signal-next-ignore-next-line',
      '  // signal-next-ignore-next-line session-lost:',
      '  // signal-next-ignore-next-line because I say so',
      '  // signal-next-ignore: all of it',
      '  // signal-next-disable-nextline: a slip',
      '  // signal-next-ignore-next-line session-not-forwardet: a slip',
      '  const id = request.url;',
      '  // signal-next-ignore-next-line sync-headers: there are none',
    ];
    const { code, open, suppressed } = await checked(routeWith(lines.join('\n')));
    expect(open).toEqual([
      `unknown-rule-in-suppression ${ORDER}:9`,
      `unreasoned-suppression ${ORDER}:4`,
      `unreasoned-suppression ${ORDER}:5`,
      `unreasoned-suppression ${ORDER}:6`,
      `unreasoned-suppression ${ORDER}:7`,
      `unreasoned-suppression ${ORDER}:8`,
      `unused-suppression ${ORDER}:11`,
    ]);
    expect(suppressed).toEqual([]);
    expect(code).toBe(0);
  });

  test('says which rule was meant', async () => {
    const folder = committed(
      routeWith(`  // signal-next-ignore-next-line session-not-forwardet: a slip\n  ${CALL}`),
    );
    const { stdout } = await cli(folder.root, ['check']);
    expect(stdout).toContain('There is no rule "session-not-forwardet"');
    expect(stdout).toContain('did you mean session-not-forwarded?');
  });

  test('of unused suppressions suppresses those, by its name alone', async () => {
    const named = '// signal-next-ignore-file unused-suppression: generated\n';
    const idle = '  // signal-next-ignore-next-line: nothing is here';
    const { open, suppressed } = await checked(routeWith(idle, named));
    expect(open).toEqual([]);
    expect(suppressed).toEqual([`unused-suppression ${ORDER}:5`]);
    const all = await checked(routeWith(idle, '// signal-next-ignore-file: generated\n'));
    expect(all.open).toEqual([`unused-suppression ${ORDER}:1`, `unused-suppression ${ORDER}:5`]);
  });

  test('of what is said of the suppression below it is honoured, by its name alone', async () => {
    const waiting = '  // signal-next-ignore-next-line session-lost: waits for the flag';
    const about = (rule: string): string => `  // signal-next-ignore-next-line${rule}: waits for the flag`;
    const { open, suppressed } = await checked(
      routeWith(
        [
          about(' unused-suppression'),
          waiting,
          '',
          about(' unreasoned-suppression'),
          '  // more of it',
          '  // signal-next-ignore-next-line',
          '',
          about(' unknown-rule-in-suppression'),
          '  // signal-next-ignore-next-line of-tomorrow: waits for the release',
        ].join('\n'),
      ),
    );
    expect(open).toEqual([]);
    expect(suppressed).toEqual([
      `unknown-rule-in-suppression ${ORDER}:12`,
      `unreasoned-suppression ${ORDER}:9`,
      `unused-suppression ${ORDER}:5`,
    ]);
    const all = await checked(routeWith(`${about('')}\n${waiting}`));
    expect(all.open).toEqual([`unused-suppression ${ORDER}:4`, `unused-suppression ${ORDER}:5`]);
    const used = await checked(
      routeWith(
        `${about(' unused-suppression')}\n  // signal-next-ignore-next-line: a kiosk\n  signal.capture({ distinctId: 'a', event: 'b' });`,
      ),
    );
    expect(used.open).toEqual([`unused-suppression ${ORDER}:4`]);
  });

  test('of a filtered run is not called unused', async () => {
    const { open } = await checked(
      routeWith('  // signal-next-ignore-next-line: nothing is here'),
      '--only',
      'app',
    );
    expect(open).toEqual([]);
  });

  test('reaches the line below a decorator', async () => {
    const { open, suppressed } = await checked({
      ...READY,
      'lib/service.ts': `import { signal } from '@/lib/signal';

export class Orders {
  // signal-next-ignore-next-line: counted by a job
  @Traced()
  create(id: string) { signal.capture({ distinctId: id, event: 'ordered' }); }
}
`,
      [ORDER]: 'export async function POST() {\n  return Response.json({ ok: true });\n}\n',
    });
    expect(open).toEqual([]);
    expect(suppressed).toEqual(['session-refused lib/service.ts:6']);
  });
});

describe('a suppression of a call of a helper', () => {
  const HELPER = `import { signal } from './signal';

export function track(id: string) {
  signal.capture({ distinctId: id, event: 'tracked' });
}
`;
  const caller = (body: string): string =>
    `import { track } from '@/lib/track';\n\nexport async function POST(request: Request) {\n${body}\n  return new Response(request.url);\n}\n`;

  test('keeps helper and caller as they are when it is the only one', async () => {
    const { folder, code, open, suppressed, calls } = await checked({
      ...READY,
      'lib/track.ts': HELPER,
      [ORDER]: caller("  // signal-next-ignore-next-line session-lost: a service calls this\n  track('a');"),
    });
    expect(open).toEqual([]);
    expect(suppressed).toEqual([`session-lost ${ORDER}:5`]);
    expect(calls).toMatchObject({ total: 1, suppressed: 1, fixable: 0, refused: 0 });
    expect(code).toBe(0);
    const before = snapshot(folder);
    await cli(folder.root, ['migrate', '--yes']);
    expect(snapshot(folder)).toEqual(before);
  });

  test('leaves that call alone and gives the session to the others', async () => {
    const { folder, open, suppressed, calls } = await checked({
      ...READY,
      'lib/track.ts': HELPER,
      [ORDER]: caller("  // signal-next-ignore-next-line: a service calls this\n  track('a');"),
      'app/api/pay/route.ts': caller("  track('b');"),
    });
    expect(open).toEqual(['session-lost app/api/pay/route.ts:4']);
    expect(suppressed).toEqual([`session-lost ${ORDER}:5`]);
    expect(calls).toMatchObject({ total: 1, fixable: 1 });
    const { code, stdout } = await cli(folder.root, ['migrate', '--yes']);
    expect(stdout).toContain('1 Signal call: 0 forwarded, 1 fixed');
    expect(code).toBe(0);
    expect(folder.read(ORDER)).toContain("\n  track('a');");
    expect(folder.read('app/api/pay/route.ts')).toMatch(/track\('b', \w+\)/);
    const after = await cli(folder.root, ['check', '--json']);
    expect(after.code).toBe(0);
    expect(JSON.parse(after.stdout).projects[0].findings).toMatchObject([
      { rule: 'session-lost', path: ORDER, status: 'suppressed' },
    ]);
  });

  test('is honoured between two helpers', async () => {
    const { folder, open, suppressed, calls } = await checked({
      ...READY,
      'lib/track.ts': HELPER,
      'lib/order.ts': `import { track } from './track';\n\nexport function order(id: string) {\n  // signal-next-ignore-next-line: on purpose\n  track(id);\n}\n`,
      [ORDER]: `import { order } from '@/lib/order';\n\nexport async function POST(request: Request) {\n  order(request.url);\n  return Response.json({});\n}\n`,
    });
    expect(open).toEqual([]);
    expect(suppressed).toEqual(['session-lost lib/order.ts:5']);
    expect(calls).toMatchObject({ total: 1, suppressed: 1 });
    const before = snapshot(folder);
    await cli(folder.root, ['migrate', '--yes']);
    expect(snapshot(folder)).toEqual(before);
  });

  test('is unused where the helper sends nothing without a session', async () => {
    const { open } = await checked({
      ...READY,
      'lib/track.ts': 'export function track(id: string) {\n  return id;\n}\n',
      [ORDER]: caller("  // signal-next-ignore-next-line session-lost: a service calls this\n  track('a');"),
    });
    expect(open).toEqual([`unused-suppression ${ORDER}:4`]);
  });
});

describe('a suppression of what init would write', () => {
  test('keeps the provider as it is', async () => {
    const files = {
      ...READY,
      'app/providers.tsx': PROVIDERS.replace(
        'return <Signal',
        'return (\n    // signal-next-ignore-next-line provider-without-tracing-headers: not before May\n    <Signal',
      ).replace('</SignalNextProvider>;', '</SignalNextProvider>\n  );'),
      [ORDER]: 'export async function POST() {\n  return Response.json({ ok: true });\n}\n',
    };
    const { folder, code, open, suppressed } = await checked(files);
    expect(open).toEqual([]);
    expect(suppressed).toEqual(['provider-without-tracing-headers app/providers.tsx:11']);
    expect(code).toBe(0);
    const before = folder.read('app/providers.tsx');
    await cli(folder.root, ['init', '--yes', '--skip-install']);
    await cli(folder.root, ['migrate', '--yes', '--force']);
    expect(folder.read('app/providers.tsx')).toBe(before);
  });

  test('as a JSX comment too', async () => {
    const { open, suppressed } = await checked({
      ...READY,
      'app/providers.tsx': PROVIDERS.replace(
        /return <Signal.*/,
        'return (\n    <div>\n      {/* signal-next-ignore-next-line: not before May */}\n      <SignalNextProvider options={options}>{children}</SignalNextProvider>\n    </div>\n  );',
      ),
      [ORDER]: 'export async function POST() {\n  return Response.json({ ok: true });\n}\n',
    });
    expect(open).toEqual([]);
    expect(suppressed).toEqual(['provider-without-tracing-headers app/providers.tsx:12']);
  });

  test('mounts no provider, and completes no module', async () => {
    const layout = READY['app/layout.tsx'] as string;
    const { 'app/providers.tsx': _, ...rest } = READY;
    const { folder, code, open, suppressed } = await checked({
      ...rest,
      'app/layout.tsx': `// signal-next-ignore-file provider-missing: the shell mounts it\n${layout}`,
      'lib/signal.ts': `// signal-next-ignore-file signal-module-incomplete: written by hand soon\n${CLIENT}`,
      [ORDER]: ROUTE,
    });
    expect(suppressed).toEqual([
      'provider-missing app/layout.tsx:1',
      'signal-module-incomplete lib/signal.ts:1',
    ]);
    expect(open).toEqual([`session-refused ${ORDER}:5`]);
    expect(code).toBe(0);
    const before = snapshot(folder);
    await cli(folder.root, ['init', '--yes', '--skip-install', '--with-config']);
    await cli(folder.root, ['migrate', '--yes', '--force']);
    const after = snapshot(folder);
    for (const path of Object.keys(before)) expect([path, after[path]]).toEqual([path, before[path]]);
    expect(Object.keys(after).filter((path) => /provider/.test(path))).toEqual([]);
  });
});
