import { forwardSession } from '../../transforms/forward-session/forward-session.js';
import { completeSignalModule } from '../../transforms/signal-module/complete-signal-module.js';
import {
  enableTracingHeaders,
  forceTracingHeaders,
  type TracingTarget,
} from '../../transforms/tracing-headers/enable-tracing-headers.js';
import type { TracingValue } from '../../transforms/tracing-headers/tracing-value.js';
import type { FunctionRewrite, SourceKind } from '../analysis/model.js';
import { renderSessionPart, renderSignalModule } from '../init/render-template.js';
import type { PlannedChange } from '../runner/plan.js';
import type { SourceFile } from '../source/parse.js';
import type { RewriteOutcome } from '../source/rewrite.js';
import type { Inspection } from './inspect.js';

/** What a command would write, and what it will not. */
export interface Plan {
  readonly changes: readonly PlannedChange[];
  readonly refusals: readonly PlanRefusal[];
}

/** A file that is left to the person: what stands in the way and what to do instead. */
export interface PlanRefusal {
  readonly path: string;
  readonly why: string;
  readonly instead: string;
}

export interface TracingOptions {
  readonly value: TracingValue;
  /** Replace an explicit `false` too. */
  readonly force: boolean;
}

/** The session forwarded in every call, and with it whatever of the Signal module and the provider that needs. */
export function planMigrate(inspection: Inspection, tracing: TracingOptions): Plan {
  const changes: PlannedChange[] = [];
  for (const analysis of inspection.analyses) {
    const edits = forwardSession(analysis, inspection.context);
    if (edits.length === 0) continue;
    const { path, text } = analysis.file;
    changes.push({ kind: 'edit', path, before: text, edits, summary: summaryOf(analysis) });
  }
  const rewrites = inspection.analyses.flatMap((analysis) => analysis.rewrites);
  const module = needsReader(inspection, rewrites) ? planSignalModule(inspection) : EMPTY_PLAN;
  return mergePlans({ changes, refusals: [] }, module, planTracing(inspection, tracing));
}

export const EMPTY_PLAN: Plan = { changes: [], refusals: [] };

export function mergePlans(...plans: readonly Plan[]): Plan {
  return {
    changes: plans.flatMap(({ changes }) => changes),
    refusals: plans.flatMap(({ refusals }) => refusals),
  };
}

function summaryOf({ rewrites, syncHeaders }: Inspection['analyses'][number]): string {
  const calls = rewrites.reduce((sum, rewrite) => sum + rewrite.calls.length, 0);
  if (calls === 0)
    return rewrites.length > 0
      ? 'hand the session on'
      : `await headers()${syncHeaders.length > 1 ? ' everywhere' : ''}`;
  return `forward the session in ${calls} ${calls === 1 ? 'call' : 'calls'}`;
}

/** Whether these rewrites import something that the Signal module does not export yet. */
function needsReader({ signalModule }: Inspection, rewrites: readonly FunctionRewrite[]): boolean {
  const news = rewrites.filter(({ how }) => how.kind !== 'reuse');
  if (news.length === 0) return false;
  if (signalModule.kind === 'absent') return true;
  const { reader, exportsSessionInfo } = signalModule.facts;
  switch (reader.kind) {
    case 'complete':
      return false;
    case 'none':
      return true;
    case 'narrow':
      return news.some((rewrite) => {
        const reads = readsOf(rewrite);
        return reads === undefined ? !exportsSessionInfo : !reader.accepts.includes(reads);
      });
  }
}

function readsOf({ how }: FunctionRewrite): SourceKind | undefined {
  if (how.kind !== 'read') return undefined;
  return 'reads' in how.source ? how.source.reads : 'headers';
}

/** The Signal module created, or completed with `getSessionInfo`. */
export function planSignalModule({ project, signalModule, host, context }: Inspection): Plan {
  const { path } = signalModule;
  if (signalModule.kind === 'absent') {
    const text = signalModule.clientElsewhere
      ? `${renderSessionPart(project.language)}\n`
      : renderSignalModule({ language: project.language, sdk: project.sdk });
    return {
      changes: [{ kind: 'create', path, text, summary: 'read the session from a request' }],
      refusals: [],
    };
  }
  const file = host.load(path);
  if (!file) return EMPTY_PLAN;
  const language = file.language === 'js' ? 'js' : 'ts';
  const outcome = completeSignalModule(file, renderSessionPart(language), {
    sdkModules: context.sdkModules,
    host,
  });
  return planOf(file, outcome, 'add getSessionInfo');
}

/** `addTracingHeaders` set wherever the options of a provider were found without it. */
export function planTracing({ providers, host }: Inspection, { value, force }: TracingOptions): Plan {
  const missing = new Map<string, TracingTarget[]>();
  const disabled = new Map<string, TracingTarget[]>();
  const add = (to: Map<string, TracingTarget[]>, path: string, target: TracingTarget): void => {
    to.set(path, [...(to.get(path) ?? []), target]);
  };
  for (const { tracing } of providers) {
    if (tracing.kind === 'missing')
      for (const target of tracing.insertInto) add(missing, target.path, target);
    if (tracing.kind === 'disabled' && force) add(disabled, tracing.path, tracing);
  }
  const plans: Plan[] = [];
  for (const [path, targets] of missing) {
    const file = host.load(path);
    if (file)
      plans.push(planOf(file, enableTracingHeaders(file, targets, value), 'turn on addTracingHeaders'));
  }
  for (const [path, targets] of disabled) {
    const file = host.load(path);
    if (file)
      plans.push(planOf(file, forceTracingHeaders(file, targets, value), 'turn on addTracingHeaders'));
  }
  return mergePlans(...plans);
}

export function planOf(file: SourceFile, outcome: RewriteOutcome, summary: string): Plan {
  const { path, text } = file;
  switch (outcome.kind) {
    case 'unchanged':
      return EMPTY_PLAN;
    case 'edits':
      return { changes: [{ kind: 'edit', path, before: text, edits: outcome.edits, summary }], refusals: [] };
    case 'refused':
      return { changes: [], refusals: [{ path, why: outcome.why, instead: outcome.instead }] };
  }
}
