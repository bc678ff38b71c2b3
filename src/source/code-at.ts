import { functionPathOf, nodesAround, subjectOf } from './enclosing.js';
import { normalForm } from './normal-form.js';
import type { SourceFile } from './parse.js';
import type { Span } from './span.js';

/** What the code at a place is, whatever lies around it. */
export interface CodeAt {
  /** The functions around it, the outermost first: `POST > after()`; empty at the top of a module. */
  readonly functions: string;
  /** The call, element or statement that the place belongs to. */
  readonly subject: (Span & { readonly form: string }) | undefined;
}

export function codeAt(file: SourceFile, span: Span): CodeAt {
  const around = nodesAround(file, span);
  const subject = subjectOf(around);
  return {
    functions: functionPathOf(around),
    subject: subject && { start: subject.start ?? 0, end: subject.end ?? 0, form: normalForm(subject) },
  };
}
