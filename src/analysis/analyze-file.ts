import type { SourceFile } from '../source/parse.js';
import { analyzeProject } from './analyze-project.js';
import type { SignalClients } from './clients.js';
import type { AnalysisContext, FileAnalysis } from './model.js';
import { readSuppressions } from './suppressions.js';

/**
 * Analyses one file by itself.
 * @throws what the analysis of the file failed on.
 */
export function analyzeFile(
  file: SourceFile,
  context: AnalysisContext,
  clients: SignalClients,
): FileAnalysis {
  const { analyses, defects } = analyzeProject([file], context, clients);
  const [defect] = defects;
  if (defect) throw new Error(defect.message);
  const none = { calls: [], rewrites: [], declarations: [], syncHeaders: [] };
  return analyses.find((one) => one.file === file) ?? { file, ...none, suppressions: readSuppressions(file) };
}
