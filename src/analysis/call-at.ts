import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import type { CallPath } from './expressions.js';
import { programOf } from './program.js';

/** The call of a file that has exactly this span. */
export function callAt(file: SourceFile, span: Span): CallPath | undefined {
  let found: CallPath | undefined;
  const visit = (call: CallPath): void => {
    const { start, end } = call.node;
    if ((start ?? 0) > span.start || (end ?? 0) < span.end) call.skip();
    else if (start === span.start && end === span.end) {
      found = call;
      call.stop();
    }
  };
  programOf(file).traverse({ CallExpression: visit, OptionalCallExpression: visit });
  return found;
}
