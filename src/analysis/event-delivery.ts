import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { ByDepth } from './by-depth.js';
import { callAt } from './call-at.js';
import { moduleExports } from './exports.js';
import { asCall, asMember, calleeOf, enclosingFunctions, importedFrom, unwrap } from './expressions.js';
import type { AnalysisContext, FileAnalysis, ScopeKind, SignalCall } from './model.js';
import type { ModuleHost } from './module-host.js';
import { functionOf } from './owners.js';
import { programOf } from './program.js';
import { ScopeReach } from './reaching-scopes.js';
import { headOf } from './request-label.js';
import { type RouteLayout, routeRole } from './route-files.js';
import { segmentConfigOf } from './segment-config.js';

/** A Signal call whose event is still queued when the function ends in which it runs. */
export interface UnawaitedCall {
  readonly call: SignalCall;
  /** A request scope that runs it. */
  readonly scope: NonNullable<SignalCall['scope']> & { readonly path: string };
}

/**
 * The Signal calls of Server Actions and edge functions, and of the helpers that these call, that nothing waits for:
 * neither the statements that hold the functions, nor what they use in the project, name `flush`, `shutdown`, `after` or
 * `waitUntil`. One call for each function; none where a package's wrapper runs the function, which may well wait.
 */
export function unawaitedCalls(analyses: readonly FileAnalysis[], context: AnalysisContext): UnawaitedCall[] {
  const reach = ScopeReach.in(context);
  const placed = analyses.flatMap(({ file, calls }) => calls.map((call) => ({ call, file })));
  // What a function does itself says more than what a helper does for it.
  const own = placed.filter(({ call }) => isOfScope(call));
  const others = placed.filter(({ call }) => !isOfScope(call));
  const seen = new Set<string>();
  return [...own, ...others].flatMap(({ call, file }): UnawaitedCall[] => {
    const [scope] = scopesThatEnd(call, file, reach, context).filter(({ path, span }) => {
      const place = `${span.start} ${path}`;
      return !seen.has(place) && seen.add(place);
    });
    return scope ? [{ call, scope }] : [];
  });
}

/** Whether a call stands in a request scope, and not in what such ones give their request to. */
function isOfScope({ scope }: SignalCall): boolean {
  return scope !== undefined && scope.kind !== 'request-helper';
}

/** The scopes that run a call and end with their answer, where nothing in them or on the way waits for it. */
function scopesThatEnd(
  call: SignalCall,
  file: SourceFile,
  reach: ScopeReach,
  { host, layout }: AnalysisContext,
): UnawaitedCall['scope'][] {
  const fn = callAt(file, call.span)?.getFunctionParent();
  if (!fn || isWaitedFor(fn, file, host)) return [];
  if (isOfScope(call) && call.scope)
    return endsWithItsAnswer(call.scope.kind, file, layout) ? [{ ...call.scope, path: file.path }] : [];
  const { scopes, through } = reach.reachOf(file, call);
  if (through.some((one) => isWaitedFor(functionOf(one), one.file, host))) return [];
  return scopes.flatMap(({ scope, file: { path }, file: around }) => {
    const isLost = endsWithItsAnswer(scope.kind, around, layout) && !isWaitedFor(scope.fn, around, host);
    return isLost ? [{ kind: scope.kind, name: scope.name, span: headOf(scope.fn), path }] : [];
  });
}

/** Whether a platform may stop the function as soon as it has answered. */
function endsWithItsAnswer(kind: ScopeKind, file: SourceFile, layout: RouteLayout): boolean {
  if (kind === 'server-action') return true;
  // `proxy` runs on Node.js, and so does a middleware that says so.
  const isMiddleware =
    routeRole(file.path, layout).kind === 'proxy' && /\bmiddleware\.[^/]*$/.test(file.path);
  return isMiddleware ? !/\bruntime\s*:\s*['"`]nodejs/.test(file.text) : segmentConfigOf(file).edge;
}

function isWaitedFor(fn: NodePath<t.Function>, file: SourceFile, host: ModuleHost): boolean {
  const outermost = enclosingFunctions(fn).at(-1) ?? fn;
  const statement = statementOf(fn);
  if (!statement || isRunByPackage(outermost, file, host)) return true;
  return new Waiting(host).reaches(statement, file, 0);
}

/** Whether the function is handed to a call of something that no file of the project declares. */
function isRunByPackage(fn: NodePath, file: SourceFile, host: ModuleHost): boolean {
  const call = fn.parentPath && asCall(fn.parentPath);
  if (!call || fn.listKey !== 'arguments') return false;
  let root = unwrap(calleeOf(call));
  for (;;) {
    const next = asMember(root)?.object ?? (asCall(root) ? calleeOf(root as NodePath<never>) : undefined);
    if (!next) break;
    root = unwrap(next);
  }
  const binding = root.isIdentifier() ? root.scope.getBinding(root.node.name) : undefined;
  if (!binding) return true;
  const imported = importedFrom(binding);
  return imported !== undefined && host.resolve(imported.source, file.path) === undefined;
}

/** The statement of the program that holds `path`. */
function statementOf(path: NodePath): NodePath | undefined {
  return path.find((one) => one.parentPath?.isProgram() === true) ?? undefined;
}

const WAITS = /^(?:flush|shutdown|waitUntil)/i;
const WAITS_WHEN_CALLED = /^(?:unstable_)?after$/;
const MOST_HOPS = 6;

/** Looks for what waits in a statement, and in the statements that declare what it uses, file by file. */
class Waiting {
  readonly #host: ModuleHost;
  readonly #seen = new Set<unknown>();
  /** Barrels that lead to each other would be gone through in every order. */
  readonly #known = new ByDepth<boolean>();

  constructor(host: ModuleHost) {
    this.#host = host;
  }

  reaches(statement: NodePath, file: SourceFile, hops: number): boolean {
    if (hops > MOST_HOPS || this.#seen.has(statement.node)) return false;
    this.#seen.add(statement.node);
    let found = false;
    const used = new Set<Binding>();
    statement.traverse({
      Identifier(path) {
        const { name } = path.node;
        const isCalled = path.key === 'callee' || path.parentPath.key === 'callee';
        if (WAITS.test(name) || (isCalled && WAITS_WHEN_CALLED.test(name))) {
          found = true;
          path.stop();
        }
        const binding = path.isReferencedIdentifier() ? path.scope.getBinding(name) : undefined;
        if (binding?.scope.path.isProgram()) used.add(binding);
      },
    });
    return found || [...used].some((binding) => this.#declares(binding, file, hops + 1));
  }

  #declares(binding: Binding, file: SourceFile, hops: number): boolean {
    const imported = importedFrom(binding);
    if (imported) return this.#exports(imported.source, imported.name, file, hops);
    const statement = statementOf(binding.path);
    return statement ? this.reaches(statement, file, hops) : false;
  }

  #exports(source: string, name: string, from: SourceFile, hops: number): boolean {
    const path = hops > MOST_HOPS ? undefined : this.#host.resolve(source, from.path);
    const file = path === undefined ? undefined : this.#host.load(path);
    return file !== undefined && this.#known.once(file, hops, () => this.#exportOf(file, name, hops), name);
  }

  #exportOf(file: SourceFile, name: string, hops: number): boolean {
    return moduleExports(programOf(file)).some((one) => {
      if (one.kind === 'all') return this.#exports(one.source, name, file, hops + 1);
      if (name !== '*' && one.name !== name) return false;
      if (one.kind === 'from') return this.#exports(one.source, one.imported, file, hops + 1);
      const binding = one.value.isIdentifier() ? one.value.scope.getBinding(one.value.node.name) : undefined;
      const statement = statementOf(one.value);
      if (binding) return this.#declares(binding, file, hops + 1);
      return statement ? this.reaches(statement, file, hops + 1) : false;
    });
  }
}
