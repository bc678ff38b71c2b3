import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import type { SignalClients } from './clients.js';
import { existingSession, sessionParameter } from './existing-session.js';
import { followLocal, moduleExports } from './exports.js';
import { argumentsOf, asMember, type CallPath, enclosingFunctions, keyName, spanOf } from './expressions.js';
import type {
  AnalysisContext,
  ArgumentTarget,
  CallRewrite,
  FileAnalysis,
  FunctionRewrite,
  HelperCallRewrite,
  RequestScope,
  SessionSource,
  SignalCall,
  Verdict,
} from './model.js';
import { hasDirective, programOf } from './program.js';
import type { ReasonId } from './reasons.js';
import { findRequestScopes, functionName, type RequestScopes } from './request-scopes.js';
import { type RouteRole, routeRole } from './route-files.js';
import { argumentState, isSomebodyElses } from './session-arguments.js';
import { SessionOrigin } from './session-origin.js';
import { sessionSourceOf } from './session-source.js';
import { HEADER_NAMES, isSessionMethod, type SessionKey, type SessionMethod } from './signal-methods.js';
import { isCached, wouldMakeRouteDynamic } from './static-routes.js';
import { readSuppressions } from './suppressions.js';
import { findSyncHeaders } from './sync-headers.js';
import { canHandOn, describeHelper, type TrackingHelper } from './tracking-helpers.js';

/** Who is responsible for the session of a piece of code. */
type Owner =
  | { readonly kind: 'scope'; readonly scope: RequestScope }
  | { readonly kind: 'helper'; readonly fn: NodePath<t.Function> }
  | { readonly kind: 'none'; readonly reason: ReasonId };

/** A Signal call as found in the text. */
interface FoundCall {
  readonly call: CallPath;
  readonly method: SessionMethod;
  readonly callee: t.Node;
  readonly detached: boolean;
}

/** A Signal call whose arguments lack ids and that nothing of its own stands against. */
interface OpenCall {
  readonly found: FoundCall;
  readonly owner: Exclude<Owner, { kind: 'none' }>;
  readonly targets: readonly ArgumentTarget[];
  readonly partial: boolean;
}

/**
 * Finds the Signal calls of one file, decides a verdict for each, and works out what has to be rewritten. Pure: the
 * same text and context give the same answer, and a file that was rewritten accordingly has nothing left to rewrite.
 */
export function analyzeFile(
  file: SourceFile,
  context: AnalysisContext,
  clients: SignalClients,
): FileAnalysis {
  return new FileAnalyzer(file, context, clients).run();
}

class FileAnalyzer {
  readonly #file: SourceFile;
  readonly #context: AnalysisContext;
  readonly #clients: SignalClients;
  readonly #role: RouteRole;
  readonly #scopes: RequestScopes;
  readonly #origin: SessionOrigin;
  readonly #helpers = new Map<t.Node, TrackingHelper>();
  readonly #scopeRefusals = new Map<t.Node, ReasonId | undefined>();

  constructor(file: SourceFile, context: AnalysisContext, clients: SignalClients) {
    this.#file = file;
    this.#context = context;
    this.#clients = clients;
    this.#role = routeRole(file.path, context.layout);
    this.#scopes = findRequestScopes(file, this.#role);
    this.#origin = new SessionOrigin(context, file.path, (fn) => this.#scopes.has(fn));
  }

  run(): FileAnalysis {
    const suppressions = readSuppressions(this.#file);
    const verdicts = new Map<FoundCall, Verdict>();
    const open: OpenCall[] = [];
    const found = this.#findCalls();
    for (const one of found) {
      const comment = suppressions.byLine.get(one.call.node.loc?.start.line ?? 0);
      if (comment !== undefined) verdicts.set(one, { kind: 'suppressed', comment });
      else {
        const judged = this.#judge(one);
        if ('kind' in judged) verdicts.set(one, judged);
        else open.push(judged);
      }
    }
    const reachable = this.#reachableHelpers(open);
    const accepted = open.filter((one) => {
      const reason = this.#refusalOf(one.owner, reachable);
      verdicts.set(
        one.found,
        reason === undefined ? { kind: 'fixable', partial: one.partial } : { kind: 'refused', reason },
      );
      return reason === undefined;
    });
    const rewrites = this.#rewrites(accepted, reachable);
    return {
      file: this.#file,
      calls: found.flatMap((one) => {
        const verdict = verdicts.get(one);
        return verdict ? [this.#signalCall(one, verdict, rewrites)] : [];
      }),
      rewrites,
      syncHeaders: findSyncHeaders(this.#file, this.#context.nextMajor),
      unreasonedSuppressions: suppressions.unreasoned,
    };
  }

  #findCalls(): FoundCall[] {
    const found: FoundCall[] = [];
    const visit = (call: CallPath): void => {
      const method = this.#clients.methodOf(call, this.#file.path);
      if (!method || !isSessionMethod(method.name)) return;
      found.push({ call, method: method.name, callee: method.node, detached: method.detached });
    };
    programOf(this.#file).traverse({ CallExpression: visit, OptionalCallExpression: visit });
    return found;
  }

  /** The verdict that a call has by itself, or the call as work that its owner has to be able to do. */
  #judge(found: FoundCall): Verdict | OpenCall {
    const owner = this.#ownerOf(found.call);
    const ownerFn = owner.kind === 'scope' ? owner.scope.fn : owner.kind === 'helper' ? owner.fn : undefined;
    const state = argumentState(found.call, found.method, this.#origin, ownerFn, this.#context.distinctId);
    if (state.kind === 'forwarded') return { kind: 'forwarded' };
    if (found.detached) return { kind: 'refused', reason: 'detached-method' };
    if (owner.kind === 'none') return { kind: 'refused', reason: owner.reason };
    if (state.kind === 'refused') return { kind: 'refused', reason: state.reason };
    if (!this.#context.reader) return { kind: 'refused', reason: 'reader-out-of-reach' };
    return { found, owner, targets: state.targets, partial: state.partial };
  }

  #ownerOf(path: NodePath): Owner {
    const none = (reason: ReasonId): Owner => ({ kind: 'none', reason });
    if (hasDirective(this.#file, 'use client')) return none('client-component');
    const functions = enclosingFunctions(path);
    for (const fn of functions) {
      if (isCached(fn, this.#file)) return none('cached-function');
      const scope = this.#scopes.get(fn.node);
      if (scope) return { kind: 'scope', scope };
    }
    const outermost = functions.at(-1);
    if (!outermost) return none('module-scope');
    const reason = this.#conventionOf(outermost);
    return reason === undefined ? { kind: 'helper', fn: outermost } : none(reason);
  }

  /** What Next.js itself calls, other than a request scope: by convention such a function is not a helper. */
  #conventionOf(fn: NodePath<t.Function>): ReasonId | undefined {
    if (this.#role.kind === 'proxy' || this.#role.kind === 'instrumentation') return 'unsupported-scope';
    const assigned = fn.parentPath?.isAssignmentExpression()
      ? asMember(fn.parentPath.get('left') as NodePath)
      : undefined;
    const isStatic =
      (fn.isClassMethod() || fn.isObjectMethod()) && keyName(fn.node as t.ClassMethod) === 'getInitialProps';
    if (assigned?.name === 'getInitialProps' || isStatic) return 'unsupported-scope';
    for (const one of moduleExports(programOf(this.#file))) {
      if (one.kind !== 'value' || followLocal(one.value).node !== fn.node) continue;
      if (['getStaticProps', 'getStaticPaths', 'generateStaticParams'].includes(one.name))
        return 'static-generation';
      if (this.#role.kind === 'app-component') return 'server-component';
      if (this.#role.kind === 'pages-page' && one.name === 'default') return 'client-component';
    }
    const name = functionName(fn);
    return /\.[jt]sx$/.test(this.#file.path) && /^[A-Z]/.test(name) ? 'server-component' : undefined;
  }

  /** Why a scope cannot give the session; undefined when it can. */
  #scopeRefusal(scope: RequestScope): ReasonId | undefined {
    const known = this.#scopeRefusals.get(scope.fn.node);
    if (known !== undefined || this.#scopeRefusals.has(scope.fn.node)) return known;
    const decision = sessionSourceOf(scope, Number.POSITIVE_INFINITY, this.#isEdge());
    const isStatic =
      scope.kind === 'route-handler' && wouldMakeRouteDynamic(scope, this.#file, this.#context);
    const refusal = isStatic ? 'static-route' : decision.kind === 'refused' ? decision.reason : undefined;
    this.#scopeRefusals.set(scope.fn.node, refusal);
    return refusal;
  }

  #isEdge(): boolean {
    return moduleExports(programOf(this.#file)).some((one) => {
      if (one.kind !== 'value') return false;
      const value = followLocal(one.value);
      const isEdgeName = (node: t.Node): boolean =>
        node.type === 'StringLiteral' && (node.value === 'edge' || node.value === 'experimental-edge');
      if (one.name === 'runtime') return isEdgeName(value.node);
      if (one.name !== 'config' || !value.isObjectExpression()) return false;
      return value.node.properties.some(
        (property) =>
          property.type === 'ObjectProperty' && keyName(property) === 'runtime' && isEdgeName(property.value),
      );
    });
  }

  #helper(fn: NodePath<t.Function>): TrackingHelper {
    const known = this.#helpers.get(fn.node);
    if (known) return known;
    const helper = describeHelper(fn, this.#file);
    this.#helpers.set(fn.node, helper);
    return helper;
  }

  /** The helpers that some usable request scope reaches, through any number of other helpers. */
  #reachableHelpers(open: readonly OpenCall[]): ReadonlySet<t.Node> {
    const involved = new Map<t.Node, NodePath<t.Function>>();
    const queue = open.flatMap(({ owner }) => (owner.kind === 'helper' ? [owner.fn] : []));
    for (let fn = queue.pop(); fn; fn = queue.pop()) {
      if (involved.has(fn.node)) continue;
      involved.set(fn.node, fn);
      for (const site of this.#helper(fn).sites) {
        const owner = this.#ownerOf(site);
        if (owner.kind === 'helper') queue.push(owner.fn);
      }
    }
    const reachable = new Set<t.Node>();
    for (let grown = true; grown; ) {
      grown = false;
      for (const [node, fn] of involved) {
        if (reachable.has(node) || !this.#isReached(fn, reachable)) continue;
        reachable.add(node);
        grown = true;
      }
    }
    return reachable;
  }

  #isReached(fn: NodePath<t.Function>, reachable: ReadonlySet<t.Node>): boolean {
    if (sessionParameter(fn)) return true;
    const helper = this.#helper(fn);
    if (helper.refusal !== undefined) return false;
    return helper.sites.some(
      (site) => canHandOn(site, this.#positionIn(fn)) && this.#canGive(this.#ownerOf(site), reachable),
    );
  }

  #canGive(owner: Owner, reachable: ReadonlySet<t.Node>): boolean {
    switch (owner.kind) {
      case 'scope':
        return this.#scopeRefusal(owner.scope) === undefined;
      case 'helper':
        return reachable.has(owner.fn.node);
      case 'none':
        return false;
    }
  }

  /** The index at which a helper takes the session. */
  #positionIn(fn: NodePath<t.Function>): number {
    const name = sessionParameter(fn)?.name;
    const at = fn.node.params.findIndex((param) => {
      const target = param.type === 'AssignmentPattern' ? param.left : param;
      return target.type === 'Identifier' && target.name === name;
    });
    return at === -1 ? fn.node.params.length : at;
  }

  #refusalOf(owner: OpenCall['owner'], reachable: ReadonlySet<t.Node>): ReasonId | undefined {
    if (owner.kind === 'scope') return this.#scopeRefusal(owner.scope);
    if (reachable.has(owner.fn.node)) return undefined;
    const helper = this.#helper(owner.fn);
    if (helper.refusal !== undefined) return helper.refusal;
    for (const site of helper.sites) {
      const from = this.#ownerOf(site);
      if (from.kind === 'scope') return this.#scopeRefusal(from.scope) ?? 'spread-arguments';
      if (from.kind === 'helper' && from.fn.node !== owner.fn.node) {
        const refusal = this.#helper(from.fn).refusal;
        if (refusal !== undefined) return refusal;
      }
    }
    return 'no-request';
  }

  #rewrites(accepted: readonly OpenCall[], reachable: ReadonlySet<t.Node>): FunctionRewrite[] {
    const work = new Map<
      t.Node,
      { owner: OpenCall['owner']; calls: CallRewrite[]; handsOn: HelperCallRewrite[] }
    >();
    const workOf = (owner: OpenCall['owner']) => {
      const { node } = owner.kind === 'scope' ? owner.scope.fn : owner.fn;
      const entry = work.get(node) ?? { owner, calls: [], handsOn: [] };
      work.set(node, entry);
      return entry;
    };
    for (const { found, owner, targets } of accepted) {
      workOf(owner).calls.push({ call: found.call, method: found.method, targets });
    }
    for (const node of reachable) {
      const fn = this.#helpers.get(node)?.fn;
      if (fn) this.#handOn(fn, reachable, workOf);
    }
    return [...work.values()].map(({ owner, calls, handsOn }) => {
      const fn = owner.kind === 'scope' ? owner.scope.fn : owner.fn;
      const uses = [...calls, ...handsOn].map(({ call }) => call);
      const firstUse = Math.min(...uses.map(({ node }) => spanOf(node).start));
      const existing = existingSession(fn, firstUse, uses, this.#origin);
      if (existing) return { fn, calls, handsOn, how: { kind: 'reuse', session: existing } };
      if (owner.kind === 'helper') return { fn, calls, handsOn, how: { kind: 'receive' } };
      return {
        fn,
        calls,
        handsOn,
        how: { kind: 'read', scope: owner.scope, source: this.#source(owner.scope, firstUse) },
      };
    });
  }

  #handOn(
    fn: NodePath<t.Function>,
    reachable: ReadonlySet<t.Node>,
    workOf: (owner: OpenCall['owner']) => { handsOn: HelperCallRewrite[] },
  ): void {
    const position = this.#positionIn(fn);
    for (const call of this.#helper(fn).sites) {
      const owner = this.#ownerOf(call);
      if (owner.kind === 'none' || !canHandOn(call, position) || !this.#canGive(owner, reachable)) continue;
      const ownerFn = owner.kind === 'scope' ? owner.scope.fn : owner.fn;
      const forOthers = argumentsOf(call).some((argument) => isSomebodyElses(argument, ownerFn));
      const keys: SessionKey[] = forOthers
        ? ['sessionId', 'windowId']
        : (Object.keys(HEADER_NAMES) as SessionKey[]);
      workOf(owner).handsOn.push({ call, position, keys });
    }
  }

  #source(scope: RequestScope, firstUse: number): SessionSource {
    const decision = sessionSourceOf(scope, firstUse, this.#isEdge());
    if (decision.kind === 'refused') throw new Error(`the source of ${scope.name} was accepted before`);
    return decision.source;
  }

  #signalCall(found: FoundCall, verdict: Verdict, rewrites: readonly FunctionRewrite[]): SignalCall {
    const owner = this.#ownerOf(found.call);
    const rewrite = rewrites.find(({ calls }) => calls.some(({ call }) => call === found.call));
    const scope = owner.kind === 'scope' ? owner.scope : undefined;
    return {
      path: this.#file.path,
      method: found.method,
      span: spanOf(found.call.node),
      callee: spanOf(found.callee),
      verdict,
      scope: scope && { kind: scope.kind, name: scope.name, span: headOf(scope.fn) },
      request: rewrite && requestLabel(rewrite),
    };
  }
}

/** The first line of a function's head: what a person would point at. */
function headOf(fn: NodePath<t.Function>): { start: number; end: number } {
  const { start } = spanOf(fn.node);
  return { start, end: Math.max(start, (fn.node.body.start ?? start) - 1) };
}

function requestLabel(rewrite: FunctionRewrite): SignalCall['request'] {
  const head = headOf(rewrite.fn);
  if (rewrite.how.kind === 'reuse') return { ...head, text: 'the session has been read here already' };
  if (rewrite.how.kind === 'receive') return { ...head, text: 'the session can be handed to this function' };
  const { source } = rewrite.how;
  switch (source.kind) {
    case 'expression':
      return { ...source.span, text: 'the request is at hand here' };
    case 'awaited-headers':
      return { ...source.span, text: 'the headers have been read here already' };
    case 'await-headers':
      return { ...head, text: '`await headers()` gives the session here' };
    case 'add-parameter':
      return { ...head, text: 'the request can be received here' };
    case 'complete-pattern':
      return { ...spanOf(source.pattern.node), text: `\`${source.key}\` can be taken here` };
  }
}
