import { describe, expect, test } from 'vitest';
import { newErrors, spanOfError } from '../../src/runner/type-check/delta.js';
import type { Diagnostic } from '../../src/runner/type-check/model.js';
import { replyOf } from '../../src/runner/type-check/protocol.js';

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
