import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/report/cells.js';
import { assertCoverage, type CoverageEntry } from '../../src/report/coverage.js';
import { renderPretty } from '../../src/report/pretty.js';
import type { Terminal } from '../../src/report/terminal.js';
import { appReport, finding, report, reportIn, TEXT } from './support/reports.js';

const PIPE: Terminal = { width: 120, wrap: false, colour: false, unicode: false };
const EMPTY = { calls: 0, forwarded: 0, fixable: 0, fixed: 0, refused: 0, suppressed: 0 };

/** What GitHub's runner would obey, which takes more room when it is written as what it does not. */
const COMMANDING = "##[group]c('##[error]##[set-env]##[debug]##[add-path]##[warning]')";

const COVERAGE: CoverageEntry[] = [
  {
    kind: 'route-handler',
    name: 'POST /api/orders/[id]',
    path: 'app/api/orders/[id]/route.ts',
    line: 3,
    reachedBy: "fetch from the app's pages",
    arrival: 'yes',
    because: 'not with a form without JavaScript, sendBeacon',
    calls: [{ path: 'a.ts', line: 1, column: 1, method: 'capture', verdict: 'forwarded', helper: undefined }],
  },
  {
    kind: undefined,
    name: 'größe()',
    path: 'lib/größe.ts',
    line: 1,
    reachedBy: 'no request that can be seen',
    arrival: 'no',
    because: 'there are no headers to read',
    calls: [{ path: 'b.ts', line: 1, column: 1, method: 'alias', verdict: 'refused', helper: 'größe' }],
  },
];

describe('the report for a person', () => {
  test('shows twenty frames in all, whatever the number of apps', () => {
    const findings = Array.from({ length: 15 }, (_, index) => finding({ path: `app/${index}/route.ts` }));
    const apps = ['apps/shop', 'apps/web', 'apps/docs'].map((directory) =>
      appReport({ directory, findings }),
    );
    const printed = renderPretty(report(apps), PIPE);
    expect(printed.match(/-->/g)).toHaveLength(20);
    expect(printed).toContain('10 more findings in 10 files:');
    expect(printed).toContain('15 more findings in 15 files:');
    expect(printed.match(/^apps\/\w+$/gm)).toEqual(['apps/shop', 'apps/web', 'apps/docs']);
  });

  test('counts what is accepted and shows no frame of it', () => {
    const findings = [
      finding({ status: 'baselined' }),
      finding({ status: 'baselined' }),
      finding({ status: 'suppressed' }),
    ];
    const printed = renderPretty(report([appReport({ findings })]), PIPE);
    expect(printed).not.toContain('-->');
    expect(printed).toContain('2 findings are baselined.\n1 finding is suppressed.\nNothing new');
  });

  test.each([
    ['everything', 'new', 'To fix: npx signal-next migrate'],
    ['everything', 'suppressed', 'Nothing to do: migrate and init would change nothing.'],
    ['everything', 'baselined', 'Nothing new: the baseline accepts what migrate and init would change.'],
    ['files', 'suppressed', 'Nothing to do in the files that were asked for.'],
    ['files', 'baselined', 'Nothing new in the files that were asked for.'],
    ['changes', 'suppressed', 'Nothing to do in what has changed.'],
    ['changes', 'baselined', 'Nothing new in what has changed.'],
  ] as const)('closes a look at %s of which a finding is %s with "%s"', (about, status, closing) => {
    const app = appReport({ about, findings: [finding({ status })] });
    expect(
      renderPretty(report([app]), PIPE)
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe(closing);
  });

  test('says that nothing would change where the baseline accepts advice alone', () => {
    const app = appReport({ findings: [finding({ status: 'baselined', fixedBy: undefined })] });
    expect(renderPretty(report([app]), PIPE)).toContain(
      'Nothing new: migrate and init would change nothing.',
    );
  });

  test('has a table of the coverage where it was asked for', () => {
    const printed = renderPretty(report([appReport({ coverage: COVERAGE })]), { ...PIPE, unicode: true });
    expect(printed.split('\n').slice(0, 5)).toEqual([
      'request scope                   reached by                   ids arrive                                           forwarded',
      "POST /api/orders/[id]           fetch from the app's pages   yes: not with a form without JavaScript, sendBeacon  1 of 1",
      'app/api/orders/[id]/route.ts:3',
      'größe()                         no request that can be seen  no: there are no headers to read                     0 of 1 (1 refused)',
      'lib/größe.ts:1',
    ]);
  });

  test('is never wider than the terminal', () => {
    const wide = appReport({
      directory: 'apps/a-folder-with-a-rather-long-name',
      coverage: COVERAGE,
      findings: [
        finding({ path: 'app/(shop)/@modal/(.)products/[productId]/route.ts' }),
        finding({
          path: COMMANDING,
          message: `A sentence with ##[error] and ${'##[x] '.repeat(20)}`,
          start: COMMANDING.indexOf('c'),
          end: COMMANDING.length,
          added: [{ path: COMMANDING, line: 7, text: COMMANDING, replaces: true, changed: [] }],
        }),
      ],
      sources: new Map([
        ['app/(shop)/@modal/(.)products/[productId]/route.ts', TEXT],
        [COMMANDING, COMMANDING],
      ]),
      refusals: [
        {
          reason: 'r',
          title: 'a '.repeat(60),
          instead: 'b '.repeat(60),
          places: [{ path: 'c.ts', line: 1 }],
        },
      ],
    });
    for (let width = 20; width <= 130; width += 1) {
      for (const unicode of [true, false]) {
        const printed = renderPretty(report([wide, wide]), { ...PIPE, wrap: true, width, unicode });
        for (const line of printed.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
        if (!unicode) expect(printed).toMatch(/^[\n -~]*$/);
      }
    }
  });

  test('names the command lines of the app', () => {
    const commands = { init: 'npx signal-next init --app web', migrate: 'npx signal-next migrate --app web' };
    const printed = renderPretty(reportIn(['app/route.ts'], { commands }), PIPE);
    expect(printed).toContain('= run: npx signal-next migrate --app web\n');
    expect(printed).toContain('To fix: npx signal-next migrate --app web\n');
  });
});

describe('the coverage', () => {
  const ledger = { ...EMPTY, calls: 2, forwarded: 1, refused: 1 };

  test('adds up to the ledger, also where a call is in several scopes', () => {
    assertCoverage(COVERAGE, ledger);
    assertCoverage([...COVERAGE, ...COVERAGE], ledger);
  });

  test('must hold every call', () => {
    expect(() => assertCoverage(COVERAGE.slice(1), ledger)).toThrow('holds 1 of 2 Signal calls');
    expect(() => assertCoverage(COVERAGE, { ...ledger, refused: 0, fixable: 1 })).toThrow('Signal calls');
  });
});
