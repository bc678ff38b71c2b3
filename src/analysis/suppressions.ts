import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import { SpokenFor } from './spoken-for.js';
import { SUPPRESSION_MENTION, type SuppressionForm, suppressionTexts } from './suppression-texts.js';

/** A comment that asks for what is found somewhere to be left alone. */
export interface Suppression extends Span {
  /** The whole file, or these lines (counted from 1). */
  readonly covers: 'file' | readonly number[];
  /** The one rule that it is for; undefined for every rule. May be a name that no rule has. */
  readonly rule: string | undefined;
  readonly reason: string;
}

/** A comment that was meant as a suppression and suppresses nothing. */
export interface BrokenSuppression extends Span {
  readonly problem: 'no-reason' | 'unreadable';
  readonly form: SuppressionForm;
}

/** The suppression comments of a file, in the order of the text. */
export interface Suppressions {
  readonly all: readonly Suppression[];
  readonly broken: readonly BrokenSuppression[];
}

const NONE: Suppressions = { all: [], broken: [] };
/** `//` or `/*`. */
const OPENING_LENGTH = 2;

/**
 * Reads `// signal-next-ignore-next-line [rule]: <reason>` and `// signal-next-ignore-file [rule]: <reason>`, in any
 * kind of comment and in any line of it. The rule is optional, the reason is not. The next line is the next one that
 * holds more than comments, so that several can be stacked, but a blank line parts a comment from the code; over a
 * decorator it is the decorated line too. What is found in comments in between, other suppressions, it speaks for as well.
 */
export function readSuppressions(file: SourceFile): Suppressions {
  if (!SUPPRESSION_MENTION.test(file.text)) return NONE;
  const all: Suppression[] = [];
  const broken: BrokenSuppression[] = [];
  const lines = new SpokenFor(file);
  for (const comment of file.ast.comments ?? []) {
    const whole = { start: comment.start ?? 0, end: comment.end ?? 0 };
    const texts = suppressionTexts(comment.value);
    for (const { start, end, form, says } of texts) {
      const inside = whole.start + OPENING_LENGTH;
      const isWhole = texts.length === 1 && !/\w/.test(comment.value.slice(0, start));
      const span = isWhole ? whole : { start: inside + start, end: inside + end };
      if (says.kind !== 'accepts') broken.push({ ...span, problem: says.kind, form });
      else {
        const covers = form === 'file' ? 'file' : lines.after(span.end);
        all.push({ ...span, covers, rule: says.rule, reason: says.reason });
      }
    }
  }
  return { all, broken };
}

/**
 * The comment that suppresses what `rule` finds on any of `lines`: one that names the rule before one for all, and a
 * line's own before the file's.
 */
export function suppressionOf(
  { all }: Suppressions,
  rule: string,
  lines: readonly number[],
): Suppression | undefined {
  const isHere = ({ covers }: Suppression): boolean =>
    covers === 'file' || covers.some((line) => lines.includes(line));
  const here = all.filter((one) => (one.rule === undefined || one.rule === rule) && isHere(one));
  const rank = ({ rule: named, covers }: Suppression): number =>
    (named === undefined ? 2 : 0) + (covers === 'file' ? 1 : 0);
  return here.sort((a, b) => rank(a) - rank(b))[0];
}
