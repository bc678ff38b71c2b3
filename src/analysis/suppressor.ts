import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { lineStartsOf, positionAt } from '../source/positions.js';
import { type CallPath, spanOf } from './expressions.js';
import type { AnalysisContext, RewriteRule } from './model.js';
import { readSuppressions, type Suppressions, suppressionOf } from './suppressions.js';

/** Says what is to be left as it is, by a comment in the source or by what the context exempts. */
export class Suppressor {
  readonly #isExempt: NonNullable<AnalysisContext['isExempt']>;
  readonly #read = new Map<SourceFile, Suppressions>();

  constructor({ isExempt = () => false }: Pick<AnalysisContext, 'isExempt'>) {
    this.#isExempt = isExempt;
  }

  commentsOf(file: SourceFile): Suppressions {
    const known = this.#read.get(file) ?? readSuppressions(file);
    this.#read.set(file, known);
    return known;
  }

  /** Whether what `rule` finds at `at`, a part of `call`, is to be left alone. */
  covers(rule: RewriteRule, file: SourceFile, call: t.Node, at: t.Node): boolean {
    const comments = this.commentsOf(file);
    if (comments.all.length > 0) {
      const starts = lineStartsOf(file.text);
      const lines = [call, at].map((node) => positionAt(file.text, spanOf(node).start, starts).line);
      if (suppressionOf(comments, rule, lines)) return true;
    }
    return this.#isExempt(rule, file.path, spanOf(at).start);
  }

  /** Whether a call of a helper shall not hand the session on. */
  keepsFrom({ file, call }: { readonly file: SourceFile; readonly call: CallPath }): boolean {
    return this.covers('session-lost', file, call.node, call.node.callee);
  }
}
