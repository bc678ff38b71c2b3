import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { sessionParameter } from './existing-session.js';
import type { CallPath } from './expressions.js';
import type { AnalysisContext, RequestScope } from './model.js';
import type { FunctionOwner, Owner, Owners } from './owners.js';
import type { ReasonId } from './reasons.js';
import type { SourceDecision } from './request-parameters.js';
import { scopeRefusal, sourceOfScope } from './scope-refusals.js';
import { canHandOn, describeHelper, type TrackingHelper } from './tracking-helpers.js';

/** A call of a tracking helper that can hand the session on. */
export interface HandOn {
  readonly owner: FunctionOwner;
  readonly helper: NodePath<t.Function>;
  readonly call: CallPath;
  /** The index at which the helper takes the session. */
  readonly position: number;
}

/** How the session gets from the request scopes of one file to the functions that make Signal calls. */
export class SessionFlow {
  readonly #file: SourceFile;
  readonly #context: AnalysisContext;
  readonly #owners: Owners;
  readonly #signalCalls: readonly CallPath[];
  readonly #helpers = new Map<t.Node, TrackingHelper>();
  readonly #scopeRefusals = new Map<t.Node, ReasonId | undefined>();
  readonly #reachable: ReadonlySet<t.Node>;

  /**
   * @param owners the owners of the calls that need the session.
   * @param signalCalls every Signal call of the file.
   */
  constructor(
    file: SourceFile,
    context: AnalysisContext,
    ownersOfFile: Owners,
    owners: readonly FunctionOwner[],
    signalCalls: readonly CallPath[],
  ) {
    this.#file = file;
    this.#context = context;
    this.#owners = ownersOfFile;
    this.#signalCalls = signalCalls;
    this.#reachable = this.#reach(owners);
  }

  /** Why `owner` cannot come by the session; undefined when it can. */
  refusalOf(owner: FunctionOwner): ReasonId | undefined {
    if (owner.kind === 'scope') return this.#scopeRefusal(owner.scope);
    if (this.#reachable.has(owner.fn.node)) return undefined;
    const helper = this.#helper(owner.fn);
    if (helper.refusal !== undefined) return helper.refusal;
    for (const site of helper.sites) {
      const from = this.#owners.ownerOf(site);
      if (from.kind === 'scope') return this.#scopeRefusal(from.scope) ?? 'spread-arguments';
      if (from.kind === 'helper' && from.fn.node !== owner.fn.node) {
        const refusal = this.#helper(from.fn).refusal;
        if (refusal !== undefined) return refusal;
      }
    }
    return 'no-request';
  }

  /** Every call by which a helper that can be reached is to be given the session. */
  handsOn(): HandOn[] {
    return [...this.#reachable].flatMap((node) => {
      const helper = this.#helpers.get(node);
      if (!helper) return [];
      const position = positionIn(helper.fn);
      return helper.sites.flatMap((call): HandOn[] => {
        const owner = this.#owners.ownerOf(call);
        if (owner.kind === 'none' || !canHandOn(call, position) || !this.#canGive(owner)) return [];
        return [{ owner, helper: helper.fn, call, position }];
      });
    });
  }

  /** Where `scope` reads the session for calls from the offset `firstUse` on. */
  sourceOf(scope: RequestScope, firstUse: number): SourceDecision {
    return sourceOfScope(scope, this.#file, firstUse);
  }

  #scopeRefusal(scope: RequestScope): ReasonId | undefined {
    const { node } = scope.fn;
    if (!this.#scopeRefusals.has(node))
      this.#scopeRefusals.set(node, scopeRefusal(scope, this.#file, this.#context, this.#signalCalls));
    return this.#scopeRefusals.get(node);
  }

  #helper(fn: NodePath<t.Function>): TrackingHelper {
    const helper = this.#helpers.get(fn.node) ?? describeHelper(fn, this.#file);
    this.#helpers.set(fn.node, helper);
    return helper;
  }

  /** The helpers that some usable request scope reaches, through any number of other helpers. */
  #reach(owners: readonly FunctionOwner[]): ReadonlySet<t.Node> {
    const involved = new Map<t.Node, NodePath<t.Function>>();
    const queue = owners.flatMap((owner) => (owner.kind === 'helper' ? [owner.fn] : []));
    for (let fn = queue.pop(); fn; fn = queue.pop()) {
      if (involved.has(fn.node)) continue;
      involved.set(fn.node, fn);
      for (const site of this.#helper(fn).sites) {
        const owner = this.#owners.ownerOf(site);
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
      (site) => canHandOn(site, positionIn(fn)) && this.#canGive(this.#owners.ownerOf(site), reachable),
    );
  }

  #canGive(owner: Owner, reachable: ReadonlySet<t.Node> = this.#reachable): boolean {
    switch (owner.kind) {
      case 'scope':
        return this.#scopeRefusal(owner.scope) === undefined;
      case 'helper':
        return reachable.has(owner.fn.node);
      case 'none':
        return false;
    }
  }
}

/** The index at which a helper takes the session, or would. */
function positionIn(fn: NodePath<t.Function>): number {
  const name = sessionParameter(fn)?.name;
  const at = fn.node.params.findIndex((param) => {
    const target = param.type === 'AssignmentPattern' ? param.left : param;
    return target.type === 'Identifier' && target.name === name;
  });
  return at === -1 ? fn.node.params.length : at;
}
