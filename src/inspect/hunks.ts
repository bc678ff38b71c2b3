import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { spanOf } from '../analysis/expressions.js';
import { functionName } from '../analysis/function-name.js';
import type { FileAnalysis, FunctionRewrite, SignalCall } from '../analysis/model.js';
import type { StagedRun } from '../runner/stage.js';
import { byCodeUnit } from '../source/order.js';
import type { Span } from '../source/span.js';
import type { Inspection, Spared } from './inspect.js';
import type { Plan } from './plan.js';
import { DEFAULT_TRACING, planOptions } from './plan-provider.js';

/**
 * What a person can say yes or no to: the changes of one function that reads the session, or awaits `headers()`, or
 * the options of the providers. A tracking helper is no hunk: it changes with the functions that call it, and so do
 * imports, types, contexts and the Signal module.
 */
export interface Hunk {
  /** Of the path, the names of the functions and their order: lines may move. */
  readonly id: string;
  readonly kind: 'forward' | 'await-headers' | 'provider';
  readonly path: string;
  /** What the function is called. */
  readonly name: string | undefined;
  /** The function in the text before; the whole text for providers. */
  readonly span: Span;
  /** The Signal calls that are completed in it. */
  readonly calls: readonly SignalCall[];
  /** The tracking helpers that it hands the session to. */
  readonly handsTo: readonly { readonly path: string; readonly name: string }[];
  /** The other files that change with it. */
  readonly needs: readonly string[];
  /** Where what it changes begins. */
  readonly starts: readonly number[];
}

/** What a person leaves out of a run. */
export interface LeftOut {
  readonly spared: Spared;
  readonly provider: boolean;
}

export const NOTHING_LEFT_OUT: LeftOut = { spared: new Map(), provider: false };

type Function = NodePath<t.Function> | null;

/** The hunks of a plan, in the order of the files; none for files that are not written. */
export function hunksOf(inspection: Inspection, plan: Plan, run: StagedRun): Hunk[] {
  const written = new Set(run.files.flatMap((file) => (file.kind === 'ready' ? [file.path] : [])));
  const needsOf = dependencies(inspection, plan, written);
  const found = inspection.analyses
    .filter(({ file }) => written.has(file.path))
    .flatMap((analysis) => hunksIn(analysis, needsOf));
  const providers = planOptions(inspection, DEFAULT_TRACING).changes.map(({ path }) => path);
  const [provider, ...more] = providers.filter((path) => written.has(path));
  const sorted = found.sort((a, b) => byCodeUnit(a.path, b.path) || a.span.start - b.span.start);
  if (provider === undefined) return sorted;
  const span = { start: 0, end: inspection.host.text(provider)?.length ?? 0 };
  const none = { name: undefined, calls: [], handsTo: [], starts: [] };
  return [
    ...sorted,
    { id: `${provider}#provider`, kind: 'provider', path: provider, span, needs: more, ...none },
  ];
}

/** What has to be left out so that none of `hunks` is made. */
export function leaveOut(hunks: readonly Hunk[]): LeftOut {
  const spared = new Map<string, Set<number>>();
  for (const { path, starts } of hunks) spared.set(path, new Set([...(spared.get(path) ?? []), ...starts]));
  return { spared, provider: hunks.some(({ kind }) => kind === 'provider') };
}

function hunksIn(analysis: FileAnalysis, needsOf: (path: string) => readonly string[]): Hunk[] {
  const { file, rewrites, syncHeaders } = analysis;
  const functions = new Map<t.Node | undefined, { fn: Function; rewrite: FunctionRewrite | undefined }>();
  for (const rewrite of rewrites)
    if (rewrite.how.kind !== 'receive') functions.set(rewrite.fn.node, { fn: rewrite.fn, rewrite });
  const awaited = syncHeaders.flatMap(({ call, fixable, suppressed }) =>
    fixable && !suppressed ? [call] : [],
  );
  for (const call of awaited) {
    const fn = call.getFunctionParent();
    if (!functions.has(fn?.node)) functions.set(fn?.node, { fn, rewrite: undefined });
  }
  const inOrder = [...functions.values()].sort((a, b) => startOf(a.fn) - startOf(b.fn));
  const taken = new Map<string, number>();
  return inOrder.map(({ fn, rewrite }) => {
    const name = fn ? nameOf(fn) : undefined;
    const count = (taken.get(name ?? '') ?? 0) + 1;
    taken.set(name ?? '', count);
    const calls = (rewrite?.calls ?? []).flatMap(({ call }) => signalCallOf(analysis, call.node) ?? []);
    const handsOn = rewrite?.handsOn ?? [];
    return {
      id: `${file.path}#${name ?? 'module'}${count > 1 ? `~${count}` : ''}`,
      kind: rewrite ? 'forward' : 'await-headers',
      path: file.path,
      name,
      span: fn ? spanOf(fn.node) : { start: 0, end: file.text.length },
      calls,
      handsTo: handsOn.map(({ helper: { path, name: helper } }) => ({ path, name: helper })),
      needs: rewrite ? needsOf(file.path) : [],
      starts: [
        ...calls.map(({ callee }) => callee.start),
        ...handsOn.map(({ call }) => spanOf(call.node.callee).start),
        ...awaited
          .filter((call) => call.getFunctionParent()?.node === fn?.node)
          .map(({ node }) => spanOf(node).start),
      ],
    };
  });
}

function startOf(fn: Function): number {
  return fn ? spanOf(fn.node).start : 0;
}

function signalCallOf({ calls }: FileAnalysis, node: t.Node): SignalCall | undefined {
  const { start, end } = spanOf(node);
  return calls.find(({ span }) => span.start === start && span.end === end);
}

/** The names of the function and of those around it, outermost first. */
function nameOf(fn: NodePath<t.Function>): string {
  const names: string[] = [];
  for (let at: Function = fn; at; at = at.getFunctionParent()) names.unshift(functionName(at));
  return names.join('.');
}

/** All files that change with a file, those that they need in turn included. */
function dependencies(
  { signalModule }: Inspection,
  { changes }: Plan,
  written: ReadonlySet<string>,
): (path: string) => readonly string[] {
  const direct = new Map<string, string[]>();
  for (const change of changes) {
    const known = direct.get(change.path) ?? [];
    direct.set(change.path, [...known, ...((change.kind === 'edit' && change.needs) || [])]);
  }
  return (path) => {
    const found = new Set([path]);
    for (const one of found) for (const next of direct.get(one) ?? []) found.add(next);
    found.add(signalModule.path);
    return [...found].filter((one) => one !== path && written.has(one)).sort();
  };
}
