import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import type { CallPath } from './expressions.js';
import { callsOf } from './program.js';

/** The call of a file that has exactly this span. */
export function callAt(file: SourceFile, span: Span): CallPath | undefined {
  return callsOf(file).find(({ node }) => node.start === span.start && node.end === span.end);
}
