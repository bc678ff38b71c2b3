import { neededCompletions, pathsOf } from '../../transforms/complete-context/complete-context.js';
import { endOfChain } from '../../transforms/forward-session/chained-call.js';
import { forwardSession } from '../../transforms/forward-session/forward-session.js';
import { hangingCall } from '../../transforms/forward-session/hanging-call.js';
import { type CallPath, spanOf } from '../analysis/expressions.js';
import type { AnalysisContext, FileAnalysis, FunctionRewrite, SourceKind } from '../analysis/model.js';
import type { Edit } from '../source/edit.js';
import type { Span } from '../source/span.js';

/** What `migrate` would do in one file, as plain data. */
export interface FilePlan {
  readonly edits: readonly Edit[];
  readonly summary: string;
  readonly functions: readonly EditedFunction[];
  readonly calls: readonly EditedCall[];
  /** Of each function that does not make do with a session it has: what is read, undefined where it is handed one. */
  readonly reads: readonly (SourceKind | 'any' | undefined)[];
}

/** A function that is rewritten. */
export interface EditedFunction extends Span {
  /** The files that make the tRPC context which is to hold the request for it. */
  readonly contexts: readonly string[];
}

/** A call that is rewritten. */
export interface EditedCall {
  readonly span: Span;
  /** The white space that becomes line breaks where it gets a line of its own. */
  readonly moves: readonly Span[];
}

const plans = new WeakMap<FileAnalysis, FilePlan>();

/** Made once for each analysis, by the context that it was made with. */
export function filePlanOf(analysis: FileAnalysis, context: AnalysisContext): FilePlan {
  const plan = plans.get(analysis) ?? makePlan(analysis, context);
  plans.set(analysis, plan);
  return plan;
}

function makePlan(analysis: FileAnalysis, context: AnalysisContext): FilePlan {
  const { rewrites, syncHeaders } = analysis;
  const calls = [...rewrites.flatMap((one) => [...one.calls, ...one.handsOn]), ...syncHeaders];
  return {
    edits: forwardSession(analysis, context),
    summary: summaryOf(analysis),
    functions: rewrites.map((one) => ({
      ...spanOf(one.fn.node),
      contexts: neededCompletions([one]).flatMap(pathsOf),
    })),
    calls: calls.map(({ call }) => editedCall(call, analysis.file.text)),
    reads: rewrites.flatMap((one) => (one.how.kind === 'reuse' ? [] : [readsOf(one)])),
  };
}

function editedCall(call: CallPath, text: string): EditedCall {
  const span = spanOf(call.node);
  const levels = hangingCall(text, endOfChain(text, call))?.levels ?? [];
  return { span, moves: levels.flatMap(({ gaps, closes }) => [...gaps, ...(closes ? [closes] : [])]) };
}

function summaryOf({ rewrites, declarations, syncHeaders }: FileAnalysis): string {
  const calls = rewrites.reduce((sum, rewrite) => sum + rewrite.calls.length, 0);
  if (calls === 0)
    return rewrites.length + declarations.length > 0
      ? 'hand the session on'
      : `await headers()${syncHeaders.length > 1 ? ' everywhere' : ''}`;
  return `forward the session in ${calls} ${calls === 1 ? 'call' : 'calls'}`;
}

function readsOf({ how }: FunctionRewrite): SourceKind | 'any' | undefined {
  if (how.kind !== 'read') return undefined;
  return 'reads' in how.source ? how.source.reads : 'headers';
}
