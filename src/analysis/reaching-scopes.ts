import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { callAt } from './call-at.js';
import { functionName } from './function-name.js';
import { type CallSite, usesOf } from './function-uses.js';
import { machineCallerOfAction } from './machine-called-actions.js';
import { type MachineCaller, machineCallerOf } from './machine-callers.js';
import type { AnalysisContext, RequestScope, SignalCall } from './model.js';
import {
  type FunctionOwner,
  functionOf,
  isCalledByOthers,
  type Owner,
  Owners,
  type ScopeOwner,
} from './owners.js';
import { headOf } from './request-label.js';
import { existingSlot, slotState } from './session-slot.js';

/** A request scope in which a Signal call runs. */
export interface ReachingScope {
  readonly scope: RequestScope;
  readonly file: SourceFile;
  /** Offset of the function's head. */
  readonly start: number;
  /** Who sends the request, where it is not the browser's code. */
  readonly machine: MachineCaller | undefined;
  /** Whether every call between the scope and the Signal call hands the session on, where a function takes it. */
  readonly isHandedOn: boolean;
}

export interface CallReach {
  /** The function with the call, where it is not a request scope itself. */
  readonly helper: string | undefined;
  /** Empty where no request reaches the call. */
  readonly scopes: readonly ReachingScope[];
  /** The functions by which those scopes come to the call, the one around it among them. */
  readonly through: readonly FunctionOwner[];
}

/** One call of a function: where it stands, and whether it gives the session to a function that takes it. */
interface Caller {
  readonly owner: FunctionOwner;
  readonly isGiven: boolean;
}

/** What a function runs in: the request scopes, and the functions between them and itself, itself among them. */
interface Surroundings {
  readonly scopes: ReadonlyMap<t.Node, ScopeOwner>;
  readonly between: ReadonlyMap<t.Node, FunctionOwner>;
}

const reaches = new WeakMap<AnalysisContext, ScopeReach>();

/**
 * Follows Signal calls, whatever their verdict, to every request scope that they run in, through any number of
 * helpers. Looks at the whole project, so it is only done when somebody asks, and once for all who do.
 */
export class ScopeReach {
  readonly #context: AnalysisContext;
  readonly #owners = new Map<SourceFile, Owners>();
  readonly #callers = new Map<t.Node, readonly Caller[]>();
  readonly #machines = new Map<t.Node, MachineCaller | undefined>();
  readonly #reaching = new Map<t.Node, Omit<CallReach, 'helper'>>();

  private constructor(context: AnalysisContext) {
    this.#context = context;
  }

  static in(context: AnalysisContext): ScopeReach {
    const reach = reaches.get(context) ?? new ScopeReach(context);
    reaches.set(context, reach);
    return reach;
  }

  reachOf(file: SourceFile, { span }: SignalCall): CallReach {
    const call = callAt(file, span);
    const owner = call && this.#ownerOf(file, call);
    if (owner === undefined || owner.kind === 'none') return { helper: undefined, scopes: [], through: [] };
    const helper = owner.kind === 'helper' ? functionName(owner.fn) : undefined;
    const { node } = functionOf(owner);
    const reach = this.#reaching.get(node) ?? this.#reachOf(owner);
    this.#reaching.set(node, reach);
    return { helper, ...reach };
  }

  #ownerOf(file: SourceFile, call: NodePath): Owner {
    const owners = this.#owners.get(file) ?? new Owners(file, this.#context);
    this.#owners.set(file, owners);
    return owners.ownerOf(call);
  }

  #reachOf(owner: FunctionOwner): Omit<CallReach, 'helper'> {
    const around = this.#around(owner);
    const without = this.#withoutSession(owner, around);
    const scopes = [...around.scopes].map(([node, { scope, file }]) => ({
      scope,
      file,
      start: headOf(scope.fn).start,
      machine: this.#machineOf({ kind: 'scope', scope, file }),
      isHandedOn: !without.has(node),
    }));
    return { scopes, through: [...around.between.values()] };
  }

  #machineOf(owner: ScopeOwner): MachineCaller | undefined {
    const { node } = owner.scope.fn;
    if (!this.#machines.has(node)) this.#machines.set(node, this.#findMachine(owner));
    return this.#machines.get(node);
  }

  #findMachine(owner: ScopeOwner): MachineCaller | undefined {
    const { scope, file } = owner;
    if (scope.kind !== 'server-action') return machineCallerOf(scope, file, this.#context);
    const callers = {
      sitesOf: (fn: NodePath<t.Function>, of: SourceFile) => usesOf(fn, of, this.#context.host).sites,
      ownerOf: (site: CallSite) => this.#ownerOf(site.file, site.call),
    };
    return machineCallerOfAction(owner, this.#context, callers)?.reason;
  }

  /** @param avoided functions that are not gone through. */
  #around(start: FunctionOwner, avoided: ReadonlySet<t.Node> = new Set()): Surroundings {
    const scopes = new Map<t.Node, ScopeOwner>();
    const between = new Map<t.Node, FunctionOwner>();
    const open = new Set<t.Node>();
    const visit = (owner: FunctionOwner): void => {
      const { node } = functionOf(owner);
      if (owner.kind === 'scope' && (!isCalledByOthers(owner) || open.has(node))) scopes.set(node, owner);
      if (!isCalledByOthers(owner) || avoided.has(node) || between.has(node)) return;
      between.set(node, owner);
      open.add(node);
      for (const caller of this.#callersOf(owner)) visit(caller.owner);
      open.delete(node);
      if (owner.kind === 'scope' && !this.#isReached(owner)) scopes.set(node, owner);
    };
    visit(start);
    return { scopes, between };
  }

  /** Whether a request scope can be seen to call a function, if only through helpers. */
  #isReached(start: FunctionOwner): boolean {
    const seen = new Set<t.Node>();
    const leads = (one: FunctionOwner): boolean => {
      const { node } = functionOf(one);
      if (seen.has(node)) return false;
      seen.add(node);
      return this.#callersOf(one).some(({ owner }) => owner.kind === 'scope' || leads(owner));
    };
    return leads(start);
  }

  /** The scopes from which some way to `start`, one that comes through no function twice, loses the session. */
  #withoutSession(start: FunctionOwner, { between }: Surroundings): ReadonlySet<t.Node> {
    const found = new Set<t.Node>();
    for (const [called, owner] of between) {
      for (const { owner: caller, isGiven } of this.#callersOf(owner)) {
        if (isGiven) continue;
        const { node } = functionOf(caller);
        if (node === called) found.add(node);
        else if (this.#around(start, new Set([node])).between.has(called)) {
          const beyond = this.#around(caller, new Set([called, functionOf(start).node]));
          for (const scope of beyond.scopes.keys()) found.add(scope);
        }
      }
    }
    return found;
  }

  #callersOf(owner: FunctionOwner): readonly Caller[] {
    const { node } = functionOf(owner);
    const callers = this.#callers.get(node) ?? this.#findCallers(owner);
    this.#callers.set(node, callers);
    return callers;
  }

  #findCallers(owner: FunctionOwner): readonly Caller[] {
    const { host } = this.#context;
    const fn = functionOf(owner);
    const slot = existingSlot(fn, owner.file, host)?.slot;
    return usesOf(fn, owner.file, host).sites.flatMap((site): Caller[] => {
      const isGiven = slot === undefined || slotState(site.call, slot).kind === 'filled';
      const caller = this.#ownerOf(site.file, site.call);
      return caller.kind === 'none' ? [] : [{ owner: caller, isGiven }];
    });
  }
}
