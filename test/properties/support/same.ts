import { expect } from 'vitest';
import { validateOutput } from '../../../src/runner/validate.js';
import { applyEdits } from '../../../src/source/edit.js';
import type { SourceFile } from '../../../src/source/parse.js';
import type { RewriteOutcome } from '../../../src/source/rewrite.js';
import type { Fixture } from '../../support/fixtures.js';
import { analysed } from '../../support/rewrites/forward-session.js';
import { REWRITES, type Transform } from '../../support/rewrites/rewrites.js';
import { withReader } from './canonical.js';
import { meaning, parsedOrNot } from './grown.js';

/**
 * Asks that a rewrite does the same to `text` as to the input of its fixture, which differs in nothing that matters.
 * @param renamed the names that `text` gave away, by new name.
 */
export function expectSame(
  transform: Transform,
  fixture: Fixture,
  text: string,
  renamed: ReadonlyMap<string, string>,
): void {
  const { path, input } = fixture;
  const rewrite = (source: string): RewriteOutcome =>
    REWRITES[transform](parsed(path, source), { ...fixture, input: source });
  const [before, now] = [rewrite(input), rewrite(text)];
  const output = resultOf(text, now);
  const context = `\n--- input\n${text}\n--- output\n${output}`;
  if (transform === 'forward-session')
    expect(verdictsOf(parsed(path, text), fixture), context).toEqual(
      verdictsOf(parsed(path, input), fixture),
    );
  expect(now.kind, context).toBe(before.kind);
  if (now.kind !== 'edits') return;
  expect(meaning(path, output, withReader(renamed)), context).toEqual(meaning(path, resultOf(input, before)));
  expect(validateOutput(path, text, output, now.edits), context).toEqual([]);
  expect(rewrite(output), context).toEqual({ kind: 'unchanged' });
}

function resultOf(text: string, outcome: RewriteOutcome): string {
  return outcome.kind === 'edits' ? applyEdits(text, outcome.edits) : text;
}

function verdictsOf(file: SourceFile, fixture: Fixture): string[] {
  const { calls, syncHeaders } = analysed(file, fixture).analysis;
  return [
    ...calls.map(({ method, verdict, scope, placeholder }) =>
      [method, JSON.stringify(withoutPlaces(verdict)), scope?.kind, placeholder === undefined].join(' '),
    ),
    ...syncHeaders.map(({ fixable, suppressed }) => `headers() ${fixable} ${suppressed}`),
  ].sort();
}

function withoutPlaces(verdict: object): object {
  return {
    ...verdict,
    places: undefined,
    would: 'would' in verdict ? withoutPlaces(verdict.would as object) : undefined,
  };
}

function parsed(path: string, text: string): SourceFile {
  const file = parsedOrNot(path, text);
  if (!file) throw new SyntaxError(text);
  return file;
}
