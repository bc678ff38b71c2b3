import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';

/** The suppression comments of a file, by the line they speak for (counted from 1). */
export interface Suppressions {
  readonly byLine: ReadonlyMap<number, string>;
  /** Comments that give no reason; they suppress nothing. */
  readonly unreasoned: readonly Span[];
}

const MARKER = /^[\s*]*signal-next-ignore-next-line\b(?:\s+([a-z][a-z-]*))?\s*(?::\s*([\s\S]*?))?[\s*]*$/;

/** Reads `// signal-next-ignore-next-line [rule]: <reason>`; the rule is optional, the reason is not. */
export function readSuppressions(file: SourceFile): Suppressions {
  const byLine = new Map<number, string>();
  const unreasoned: Span[] = [];
  for (const comment of file.ast.comments ?? []) {
    const match = MARKER.exec(comment.value);
    if (!match || !comment.loc) continue;
    const reason = match[2]?.trim();
    if (reason) byLine.set(comment.loc.end.line + 1, reason);
    else unreasoned.push({ start: comment.start ?? 0, end: comment.end ?? 0 });
  }
  return { byLine, unreasoned };
}
