import { type Origin, originOf } from '../../source/offsets.js';
import type { Span } from '../../source/span.js';
import type { Candidate, Diagnostic } from './model.js';

/** An error that the project did not have before, and where in the text before it belongs. */
export interface NewError {
  readonly diagnostic: Diagnostic;
  readonly origin: Origin;
  /** Stays the same from plan to plan. */
  readonly key: string;
}

/**
 * The errors of `after` that are not among those of `before`. An error is the same if it has the same code at the
 * place that its text had before, whatever it says there: messages spell out the types that we add to. One that is
 * elsewhere in the file is the same if it says the same.
 */
export function newErrors(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  { files }: Pick<Candidate, 'files'>,
): NewError[] {
  const left = new Map<string, Diagnostic[]>();
  for (const one of before) left.set(fileAndCode(one), [...(left.get(fileAndCode(one)) ?? []), one]);
  const take = (after: Diagnostic, isSame: (before: Diagnostic) => boolean): boolean => {
    const known = left.get(fileAndCode(after)) ?? [];
    const at = known.findIndex(isSame);
    if (at !== -1) known.splice(at, 1);
    return at !== -1;
  };
  return after
    .map((diagnostic): NewError => {
      const origin = originOf(files.get(diagnostic.path)?.edits ?? [], diagnostic.start);
      return { diagnostic, origin, key: `${fileAndCode(diagnostic)}:${placeOf(origin)}` };
    })
    .filter(({ diagnostic, origin }) => !take(diagnostic, ({ start }) => isAt(origin, start)))
    .filter(({ diagnostic }) => !take(diagnostic, ({ message }) => message === diagnostic.message));
}

function fileAndCode({ path, code }: Diagnostic): string {
  return `${code}:${path}`;
}

/** Where in the text before an error is, or would be. */
export function placeOf(origin: Origin): number {
  return origin.kind === 'kept' ? origin.offset : origin.edit.start;
}

/** The same as a span; empty where it is in text of ours. */
export function spanOfError({ diagnostic, origin }: NewError): Span {
  const start = placeOf(origin);
  return { start, end: origin.kind === 'kept' ? start + diagnostic.length : start };
}

function isAt(origin: Origin, start: number): boolean {
  if (origin.kind === 'kept') return origin.offset === start;
  return origin.edit.start <= start && start < origin.edit.end;
}
