import { describe, expect, test } from 'vitest';
import type { CoverageEntry } from '../../src/report/coverage.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { appReport, finding, PATHS, report, reportIn } from './support/reports.js';

const entry: CoverageEntry = {
  kind: 'route-handler',
  name: 'POST /api/orders/[id]',
  path: 'app/api/orders/[id]/route.ts',
  line: 3,
  reachedBy: 'fetch',
  arrival: 'yes',
  because: 'not with sendBeacon',
  calls: [
    { path: 'a.ts', line: 1, column: 1, method: 'capture', verdict: 'forwarded', helper: undefined },
    { path: 'a.ts', line: 2, column: 1, method: 'capture', verdict: 'fixable', helper: 'track' },
  ],
};

/** The cells of each row of each table, as GitHub splits them: at every `|` without a backslash. */
function rows(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('Markdown', () => {
  test('names findings by their place in the repository', () => {
    const found = rows(renderMarkdown(reportIn(PATHS, { folder: 'apps/web' })));
    expect(found.slice(2).map((row) => row[2])).toEqual(PATHS.map((path) => `\`apps/web/${path}:2\``));
  });

  test('has the ledger, what to run, the coverage and the refused calls', () => {
    const markdown = renderMarkdown(
      report([
        appReport({
          findings: [finding(), finding({ status: 'baselined' })],
          ledger: { calls: 2, forwarded: 1, fixable: 1, fixed: 0, refused: 0, suppressed: 0 },
          coverage: [entry],
          refusals: [{ reason: 'r', title: 'why', instead: 'then', places: [{ path: 'b.ts', line: 9 }] }],
        }),
      ]),
    );
    expect(markdown).toContain('2 Signal calls: 1 forwarded, 1 fixable, 0 refused, 0 suppressed\n');
    expect(markdown).toContain('To fix: `npx signal-next migrate`\n');
    expect(markdown).toContain('1 finding is baselined.\n');
    expect(rows(markdown)).toContainEqual([
      '`POST /api/orders/[id]`<br>`app/api/orders/[id]/route.ts:3`',
      'fetch',
      'yes: not with sendBeacon',
      '1 of 2 (1 fixable)',
    ]);
    expect(rows(markdown)).toContainEqual(['`b.ts:9`', 'why', 'then']);
  });

  test('says so when there is nothing, and when the run failed', () => {
    expect(renderMarkdown(report([appReport()]))).toContain(
      'Nothing to do: migrate and init would change nothing.',
    );
    const failed = renderMarkdown(report([], { errors: [{ kind: 'usage', message: 'No app.' }] }));
    expect(failed).toContain('**This check could not be finished.** No app.');
  });

  test('takes nothing in a message or a path for Markdown or HTML', () => {
    const nasty = 'a | b <img src=x> `code` **bold** [link](x) # h @me\n| new row |';
    const markdown = renderMarkdown(
      report([appReport({ findings: [finding({ message: nasty, path: '`a`|b``<c>.ts' })] })]),
    );
    const table = rows(markdown);
    expect(table).toHaveLength(3);
    expect(table.every((row) => row.length === 4)).toBe(true);
    expect(table[2]?.[2]).toBe('``` `a`\\|b``<c>.ts:2 ```');
    expect(table[2]?.[3]).toBe(
      'a \\| b \\<img src=x\\> \\`code\\` \\*\\*bold\\*\\* \\[link\\](x) \\# h &#64;me \\| new row \\|',
    );
  });

  test('is cut at whole lines below a limit of bytes, and says so', () => {
    const many = reportIn(Array.from({ length: 500 }, (_, index) => `größe/${index}.ts`));
    const whole = renderMarkdown(many);
    for (const limit of [2_000, 20_000]) {
      const cut = renderMarkdown(many, limit);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit);
      expect(Buffer.byteLength(cut)).toBeGreaterThan(limit - 500);
      const [before = '', last] = cut.split('\n\nThe rest was left out');
      expect(last).toBe(', because a summary may be no longer.\n');
      expect(whole.startsWith(`${before}\n`)).toBe(true);
    }
    expect(renderMarkdown(many, Buffer.byteLength(whole))).toBe(whole);
  });
});
