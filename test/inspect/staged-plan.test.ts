import { afterEach, describe, expect, test } from 'vitest';
import { inspectProject } from '../../src/inspect/inspect.js';
import { candidateOf, planStaged, type StagedPlan } from '../../src/inspect/staged-plan.js';
import { ledgerOf, refusalsOf } from '../../src/inspect/tally.js';
import { detectProject } from '../../src/project/detect.js';
import type { Project } from '../../src/project/model.js';
import { assertLedger } from '../../src/report/ledger.js';
import type { Blame, Site } from '../../src/runner/type-check/model.js';
import { APP_WITH_PROVIDER } from '../cli/support/apps.js';
import { type FileContent, type ProjectFolder, withProject } from '../support/project-folder.js';

let folder: ProjectFolder | undefined;

afterEach(() => folder?.remove());

const OPTIONS = { distinctId: 'header-first' } as const;

const HELPER = `import { signal } from '@/lib/signal';

export function track(id: string, event: string) {
  signal.capture({ distinctId: id, event });
}
`;

const caller = (name: string): string => `import { track } from '@/lib/track';

export async function POST(request: Request) {
  const { id } = await request.json();
  track(id, '${name}');
  return Response.json({});
}
`;

/** An app with two routes that call a helper, and one that makes calls of its own. */
const FILES: Readonly<Record<string, FileContent>> = {
  ...APP_WITH_PROVIDER,
  'lib/track.ts': HELPER,
  'app/api/one/route.ts': caller('one'),
  'app/api/two/route.ts': caller('two'),
};

/** Plans the project without the sites that `isTakenBack` picks from the whole plan. */
function planOf(
  files: Readonly<Record<string, FileContent>>,
  isTakenBack: (site: Site) => boolean,
): { project: Project; staged: StagedPlan; texts: ReadonlyMap<string, string> } {
  folder = withProject(files);
  const found = detectProject(folder.root, {});
  if (found.kind !== 'project') throw new Error('no project');
  const { project } = found;
  const whole = candidateOf(planStaged(project, OPTIONS));
  const picked = whole.sites.filter(isTakenBack);
  expect(picked).not.toEqual([]);
  const staged = planStaged(project, OPTIONS).without(new Map(picked.map((site) => [site.id, blame(site)])));
  expect(staged.run.files.filter(({ kind }) => kind === 'failed')).toEqual([]);
  const texts = new Map([...candidateOf(staged).files].map(([path, { after }]) => [path, after]));
  return { project, staged, texts };
}

function blame(site: Site): Blame {
  const { path, span } = site;
  const diagnostic = { path, start: span.start, length: 1, code: 2353, message: 'No.', related: [] };
  return { site, diagnostic, at: { start: span.start, end: span.start + 1 } };
}

/** Writes what was planned and inspects the project as `migrate` does then. */
function afterWriting(project: Project, staged: StagedPlan, texts: ReadonlyMap<string, string>) {
  for (const [path, text] of texts) folder?.write(path, text);
  return inspectProject(project, staged.optionsAfter(texts));
}

describe('a plan without what was taken back', () => {
  test('leaves a call, keeps the others of its file, and does not want it again', () => {
    const two = `import { signal } from '@/lib/signal';

export async function POST(request: Request) {
  signal.capture({ distinctId: 'a', event: 'first' });
  signal.capture({ distinctId: 'a', event: 'second' });
  signal.capture({ distinctId: 'a', event: 'third' });
  return Response.json({});
}
`;
    const files = { ...APP_WITH_PROVIDER, 'app/api/order/route.ts': two };
    const at = two.indexOf("signal.capture({ distinctId: 'a', event: 'second'");
    const { project, staged, texts } = planOf(files, ({ span }) => span.start === at);
    const text = texts.get('app/api/order/route.ts') ?? '';
    expect(text).toContain("signal.capture({ distinctId: 'a', event: 'second' });");
    expect(text.match(/sessionId,/g)).toHaveLength(3);
    expect(ledgerOf(staged.inspection)).toMatchObject({ calls: 3, fixable: 2, refused: 1 });

    const after = afterWriting(project, staged, texts);
    assertLedger(ledgerOf(after));
    expect(ledgerOf(after)).toMatchObject({ calls: 3, forwarded: 2, fixable: 0, refused: 1 });
    const line = text.slice(0, text.indexOf("'second'")).split('\n').length;
    expect(refusalsOf(after)).toMatchObject([
      { reason: 'type-check-failed', places: [{ path: 'app/api/order/route.ts', line }] },
    ]);
  });

  test('takes the parameter of a helper back with its callers, and what they import', () => {
    const { staged, texts } = planOf(FILES, ({ path }) => path === 'lib/track.ts');
    expect([...texts.keys()].sort()).toEqual([
      'app/api/order/route.ts',
      'app/providers.tsx',
      'lib/signal.ts',
    ]);
    expect(ledgerOf(staged.inspection)).toMatchObject({ calls: 2, fixable: 1, refused: 1 });
  });

  test('takes one caller of a helper back and lets the others hand the session on', () => {
    const { project, staged, texts } = planOf(FILES, ({ path }) => path === 'app/api/one/route.ts');
    expect(texts.get('lib/track.ts')).toContain('session?: SessionInfo');
    expect(texts.get('app/api/two/route.ts')).toContain("track(id, 'two', session)");
    expect(texts.has('app/api/one/route.ts')).toBe(false);
    expect(ledgerOf(staged.inspection)).toMatchObject({ calls: 2, fixable: 2, refused: 0 });

    const after = afterWriting(project, staged, texts);
    expect(ledgerOf(after)).toMatchObject({ calls: 2, forwarded: 2, fixable: 0 });
  });

  test('refuses the call of a helper all of whose callers were taken back, and names them', () => {
    const { staged, texts } = planOf(FILES, ({ path }) => /api\/(one|two)/.test(path));
    expect(texts.has('lib/track.ts')).toBe(false);
    expect(refusalsOf(staged.inspection)).toMatchObject([
      {
        reason: 'type-check-failed',
        places: [{ path: 'lib/track.ts', because: [{ path: 'app/api/one/route.ts', line: 5 }] }],
      },
    ]);
  });

  test('leaves out the Signal module when no call needs it any more', () => {
    const { texts } = planOf(FILES, ({ kind }) => kind === 'call');
    expect([...texts.keys()]).toEqual(['app/providers.tsx']);
  });

  test('leaves the provider to the person', () => {
    const { staged, texts } = planOf(FILES, ({ kind }) => kind === 'file');
    expect(texts.has('app/providers.tsx')).toBe(false);
    expect(texts.has('lib/track.ts')).toBe(true);
    expect(staged.plan.refusals).toMatchObject([
      { path: 'app/providers.tsx', why: expect.stringContaining('TS2353 No.') },
    ]);
  });

  test('leaves a synchronous headers() call as it is', () => {
    const route = `import { headers } from 'next/headers';
import { signal } from '@/lib/signal';

export async function POST() {
  const sessionId = headers().get('x-signal-session-id') ?? undefined;
  const windowId = headers().get('x-signal-window-id') ?? undefined;
  signal.capture({ distinctId: 'a', event: 'ordered', sessionId, windowId });
  return Response.json({});
}
`;
    const files = { ...APP_WITH_PROVIDER, 'app/api/order/route.ts': route };
    const { texts } = planOf(
      files,
      ({ path, span }) => path.startsWith('app/api') && span.start < route.indexOf('windowId'),
    );
    const text = texts.get('app/api/order/route.ts') ?? '';
    expect(text).toContain("= headers().get('x-signal-session-id')");
    expect(text).toContain("= (await headers()).get('x-signal-window-id')");
  });
});
