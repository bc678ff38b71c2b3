import { analyzeProject } from '../../src/analysis/analyze-project.js';
import { SignalClients } from '../../src/analysis/clients.js';
import type { AnalysisContext, FileAnalysis } from '../../src/analysis/model.js';
import { analysisContext } from './analysis-context.js';
import { memoryHost } from './memory-host.js';

export const SIGNAL_MODULE = `import { createSignalServer } from 'signal-next/server';
export const signal = createSignalServer({ apiKey: '' });
export type SessionInfo = { sessionId?: string; windowId?: string; distinctId?: string };
export function getSessionInfo(source: unknown): SessionInfo { return {}; }
`;

export interface AnalysedProject {
  readonly analyses: readonly FileAnalysis[];
  readonly context: AnalysisContext;
}

/** A project in memory with both routers and a Signal module, all of whose files are analysed. */
export function analysedProject(
  files: Readonly<Record<string, string>>,
  known: Partial<AnalysisContext> = {},
): AnalysedProject {
  const memory = memoryHost({ 'lib/signal-server.ts': SIGNAL_MODULE, ...files });
  const host = { ...memory, users: () => memory.sourcePaths ?? [] };
  const context = analysisContext(host, {
    sdkModules: ['signal-next/server', '@signal-js/nextjs/server', '@signal-js/node'],
    ...known,
  });
  const sources = (host.sourcePaths ?? []).map((path) => {
    const file = host.load(path);
    if (!file) throw new SyntaxError(`${path}: ${files[path]}`);
    return file;
  });
  const { analyses, defects } = analyzeProject(sources, context, new SignalClients(host, context.sdkModules));
  const [defect] = defects;
  if (defect) throw new Error(`${defect.path}: ${defect.message}`);
  return { analyses, context };
}

/** The text that a finding marks, and what it says. */
export function shown(
  files: Readonly<Record<string, string>>,
  { path, start, end, message }: { path: string; start: number; end: number; message: string },
): string {
  return `${path} ${files[path]?.slice(start, end)}: ${message}`;
}
