import type { AnalysisContext, FileAnalysis } from '../analysis/model.js';
import { type CodeAt, codeAt } from '../source/code-at.js';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import { type FilePlan, filePlanOf } from './file-plan.js';

/** What the analysis says of a file, and of a file whose tree is not kept, what would else be asked of the tree. */
export interface InspectedFile extends FileAnalysis {
  readonly kept?: KeptFacts;
}

export interface KeptFacts {
  readonly plan: FilePlan;
  /** The code at a Signal call. */
  codeAt(call: Span): CodeAt | undefined;
}

/**
 * The same analysis without the tree, which takes a hundred times the memory of the text. Whoever asks for it after all
 * gets that of another analysis.
 * @param again analyses the file once more.
 */
export function withoutTree(
  analysis: FileAnalysis,
  context: AnalysisContext,
  again: () => FileAnalysis,
): InspectedFile {
  const { calls, suppressions } = analysis;
  const { path, text, language } = analysis.file;
  const file: SourceFile = {
    path,
    text,
    language,
    get ast() {
      return again().file.ast;
    },
  };
  const kept = keptFacts(analysis, context);
  return {
    file,
    calls,
    suppressions,
    declarations: [],
    syncHeaders: [],
    get rewrites() {
      return again().rewrites;
    },
    kept,
  };
}

/** What `migrate` would do in the file. */
export function planIn(file: InspectedFile, context: AnalysisContext): FilePlan {
  return file.kept?.plan ?? filePlanOf(file, context);
}

/** By itself, because a function that is kept keeps all that any function beside it refers to. */
function keptFacts(analysis: FileAnalysis, context: AnalysisContext): KeptFacts {
  const codes = codesIn(analysis);
  return { plan: filePlanOf(analysis, context), codeAt: (call) => codes.get(keyOf(call)) };
}

function codesIn({ file, calls }: FileAnalysis): ReadonlyMap<string, CodeAt> {
  return new Map(calls.map(({ span }) => [keyOf(span), codeAt(file, span)]));
}

function keyOf({ start, end }: Span): string {
  return `${start}:${end}`;
}
