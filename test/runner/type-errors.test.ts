import { describe, expect, test } from 'vitest';
import { newErrors, spanOfError } from '../../src/runner/type-check/delta.js';
import type { Diagnostic, Site } from '../../src/runner/type-check/model.js';
import { replyOf } from '../../src/runner/type-check/protocol.js';
import { type Reach, suspectsOf } from '../../src/runner/type-check/suspects.js';

function error(start: number, message: string, more: Partial<Diagnostic> = {}): Diagnostic {
  return { path: 'a.ts', start, length: 2, code: 2322, message, related: [], ...more };
}

/** `0123456789` becomes `0123(4567)89`. */
const EDITS = [{ start: 4, end: 8, text: '(4567)' }];
const candidate = { files: new Map([['a.ts', { before: '', after: '', edits: EDITS }]]) };

const isNew = (before: Diagnostic, after: Diagnostic): boolean =>
  newErrors([before], [after], candidate).length > 0;

describe('an error is one that the project had', () => {
  test.each([
    [1, 1, true],
    [8, 10, true],
    [9, 11, true],
    [9, 9, false],
    [4, 5, true],
    [7, 9, true],
    [3, 4, false],
    [8, 9, false],
    [1, 2, false],
  ])('when it was at %d and is at %d, whatever it says: %s', (start, now, isSame) => {
    expect(isNew(error(start, 'before'), error(now, 'after'))).toBe(!isSame);
  });

  test('when it says the same elsewhere in the file', () => {
    expect(isNew(error(1, 'same'), error(9, 'same'))).toBe(false);
    expect(isNew(error(1, 'same'), error(1, 'same', { path: 'b.ts' }))).toBe(true);
    expect(isNew(error(1, 'same'), error(1, 'same', { code: 1 }))).toBe(true);
  });

  test('once', () => {
    expect(newErrors([error(1, 'a')], [error(1, 'b'), error(1, 'c')], candidate)).toMatchObject([
      { diagnostic: { message: 'c' } },
    ]);
    expect(newErrors([error(1, 'a'), error(1, 'b')], [error(1, 'c'), error(1, 'd')], candidate)).toEqual([]);
  });
});

test('a new error is shown where it belongs in the text before, without a width in text of ours', () => {
  const spans = newErrors([], [error(1, 'a'), error(6, 'b'), error(10, 'c')], candidate).map(spanOfError);
  expect(spans).toEqual([
    { start: 1, end: 3 },
    { start: 4, end: 4 },
    { start: 8, end: 10 },
  ]);
});

describe('what a process says is a reply', () => {
  const diagnostic = error(1, 'a', { related: [{ path: 'b.ts', start: 2 }] });

  test.each([
    [{ kind: 'opened', more: 1 }, { kind: 'opened' }],
    [
      { kind: 'failed', message: 'it broke' },
      { kind: 'failed', message: 'it broke' },
    ],
    [{ kind: 'failed' }, { kind: 'failed', message: 'undefined' }],
    [
      { kind: 'checked', diagnostics: [diagnostic, diagnostic] },
      { kind: 'checked', diagnostics: [diagnostic, diagnostic] },
    ],
    [
      { kind: 'checked', diagnostics: [] },
      { kind: 'checked', diagnostics: [] },
    ],
  ])('%j', (message, reply) => {
    expect(replyOf(message)).toEqual(reply);
  });

  test.each([
    undefined,
    null,
    'opened',
    {},
    { kind: 'other' },
    { kind: 'checked' },
    { kind: 'checked', diagnostics: { length: 0 } },
    ...[
      null,
      'text',
      { ...diagnostic, path: 1 },
      { ...diagnostic, start: '1' },
      { ...diagnostic, length: undefined },
      { ...diagnostic, code: '2322' },
      { ...diagnostic, message: undefined },
      { ...diagnostic, related: undefined },
      { ...diagnostic, related: [null] },
      { ...diagnostic, related: [{ path: 'b.ts' }, { path: 'b.ts', start: 1 }] },
    ].map((one) => ({ kind: 'checked', diagnostics: [diagnostic, one] })),
  ])('unless it has another form: %j', (message) => {
    expect(replyOf(message)).toBeUndefined();
  });
});

describe('the sites that may have caused an error', () => {
  const site = (id: string, path: string, start: number, end: number, more: Partial<Site> = {}): Site => ({
    kind: 'call',
    id,
    path,
    span: { start, end },
    within: [],
    name: undefined,
    group: id,
    needs: [],
    ...more,
  });
  const sites = [
    site('outer', 'lib/a.ts', 10, 40, { within: [{ start: 5, end: 50 }], needs: ['types.ts'] }),
    site('inner', 'lib/a.ts', 20, 30, { within: [{ start: 5, end: 50 }] }),
    site('twin', 'lib/a.ts', 20, 30, {
      within: [
        { start: 60, end: 80 },
        { start: 55, end: 90 },
      ],
    }),
    site('track', 'lib/track/index.ts', 10, 20, { name: 'track' }),
    site('plain', '../shared/plain.mts', 10, 20, { name: 'plain' }),
    site('needing', 'b.ts', 10, 20, { needs: ['lib/a.ts'] }),
    site('needed', 'types.ts', 10, 20),
  ];
  const all = sites.map(({ id }) => id);
  const LINES: Readonly<Record<string, string>> = {
    'use.ts':
      "first();\nimport x from '@/lib/track';\nplainer(); track.plain2();\nplain(1);\nfrom '../shared/plain';\n",
  };

  function found(at: Partial<Diagnostic>, tried: readonly Reach[] = []): [Reach, ...string[]] | undefined {
    const [one] = newErrors([], [error(0, 'a', at)], { files: new Map() });
    const files = new Map([['b.ts', { before: '', after: '', edits: [] }]]);
    const suspicion = one && suspectsOf(one, { files, sites }, new Set(tried), (path) => LINES[path]);
    return suspicion && [suspicion.reach, ...suspicion.sites.map(({ id }) => id)];
  }

  test.each([
    [10, ['outer']],
    [20, ['inner', 'twin']],
    [30, ['inner', 'twin']],
    [31, ['outer']],
    [40, ['outer']],
    [41, ['outer', 'inner']],
    [5, ['outer', 'inner']],
    [70, ['twin']],
    [90, ['twin']],
  ])('are the innermost around %d', (start, ids) => {
    expect(found({ path: 'lib/a.ts', start })).toEqual(['here', ...ids]);
  });

  test('are those around a place that is named with it', () => {
    const related = [
      { path: 'elsewhere.ts', start: 12 },
      { path: 'b.ts', start: 12 },
    ];
    expect(found({ path: 'x.ts', related })).toEqual(['related', 'needing']);
  });

  test('are those whose function or module its line speaks of', () => {
    const text = LINES['use.ts'] ?? '';
    const on = (words: string) => found({ path: 'use.ts', start: text.indexOf(words) });
    expect(on('first')).toEqual(['all', ...all]);
    expect(on('import')).toEqual(['named', 'track']);
    expect(on('plainer')).toEqual(['named', 'track']);
    expect(on('plain(1)')).toEqual(['named', 'plain']);
    expect(on("from '../")).toEqual(['named', 'plain']);
  });

  test.each([
    ['lib/mail/index.ts', "from '@/lib/mail';"],
    ['lib/mail.mts', "from './lib/mail';"],
    ['lib/mail.tsx', "from '@/lib/mail';"],
    ['../lib/mail.js', "from '../../lib/mail';"],
    ['./lib/mail.cjs', "from '@/lib/mail';"],
  ])('are those of %s where the line says %s', (path, line) => {
    const own = [site('own', path, 0, 1), site('other', 'lib/other.ts', 0, 1)];
    const [one] = newErrors([], [error(0, 'a', { path: 'use.ts' })], { files: new Map() });
    const suspicion = one && suspectsOf(one, { files: new Map(), sites: own }, new Set(), () => line);
    expect(suspicion).toEqual({ reach: 'named', sites: own.slice(0, 1) });
  });

  test('are those of its file, then those that go with it, then all', () => {
    const at = { path: 'lib/a.ts', start: 95 };
    expect(found(at)).toEqual(['file', 'outer', 'inner', 'twin']);
    expect(found(at, ['file'])).toEqual(['needed', 'needing', 'needed']);
    expect(found(at, ['file', 'needed'])).toEqual(['all', ...all]);
    expect(found(at, ['file', 'needed', 'all'])).toBeUndefined();
  });
});
