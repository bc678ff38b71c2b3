import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { callAt } from './call-at.js';
import { functionName } from './function-name.js';
import { usesOf } from './function-uses.js';
import { type MachineCaller, machineCallerOf } from './machine-callers.js';
import type { AnalysisContext, RequestScope, SignalCall } from './model.js';
import { type Owner, Owners } from './owners.js';
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
}

/**
 * Follows Signal calls, whatever their verdict, to every request scope that they run in, through any number of
 * helpers. Looks at the whole project, so it is only done when somebody asks.
 */
export class ScopeReach {
  readonly #context: AnalysisContext;
  readonly #owners = new Map<SourceFile, Owners>();
  readonly #scopes = new Map<t.Node, readonly ReachingScope[]>();

  constructor(context: AnalysisContext) {
    this.#context = context;
  }

  reachOf(file: SourceFile, { span }: SignalCall): CallReach {
    const call = callAt(file, span);
    const owner = call && this.#ownerOf(file, call);
    if (owner === undefined || owner.kind === 'none') return { helper: undefined, scopes: [] };
    const helper = owner.kind === 'helper' ? functionName(owner.fn) : undefined;
    return { helper, scopes: this.#scopesOf(owner, new Set()) };
  }

  #ownerOf(file: SourceFile, call: NodePath): Owner {
    const owners = this.#owners.get(file) ?? new Owners(file, this.#context);
    this.#owners.set(file, owners);
    return owners.ownerOf(call);
  }

  #scopesOf(owner: Owner, seen: ReadonlySet<t.Node>): readonly ReachingScope[] {
    switch (owner.kind) {
      case 'none':
        return [];
      case 'scope': {
        const { scope, file } = owner;
        const start = headOf(scope.fn).start;
        const machine = machineCallerOf(scope, file, this.#context);
        const found = { scope, file, start, machine, isHandedOn: true };
        if (scope.kind !== 'request-helper') return [found];
        // What is given a request runs in the scopes that give it, where they can be seen.
        const callers = this.#callersOf(scope.fn, file, seen);
        return callers.length > 0 ? callers : [found];
      }
      case 'helper':
        return this.#callersOf(owner.fn, owner.file, seen);
    }
  }

  #callersOf(
    fn: NodePath<t.Function>,
    file: SourceFile,
    seen: ReadonlySet<t.Node>,
  ): readonly ReachingScope[] {
    const known = this.#scopes.get(fn.node);
    if (known) return known;
    if (seen.has(fn.node)) return [];
    const within = new Set(seen).add(fn.node);
    const { host } = this.#context;
    const slot = existingSlot(fn, file, host)?.slot;
    const found = usesOf(fn, file, host).sites.flatMap((site) => {
      const isGiven = slot === undefined || slotState(site.call, slot) === 'filled';
      const scopes = this.#scopesOf(this.#ownerOf(site.file, site.call), within);
      return scopes.map((one) => ({ ...one, isHandedOn: one.isHandedOn && isGiven }));
    });
    const byScope = new Map<t.Node, ReachingScope>();
    for (const one of found) {
      const { node } = one.scope.fn;
      const isHandedOn = one.isHandedOn && (byScope.get(node)?.isHandedOn ?? true);
      byScope.set(node, { ...one, isHandedOn });
    }
    const each = [...byScope.values()];
    // Within a cycle the answer depends on where it was entered.
    if (seen.size === 0) this.#scopes.set(fn.node, each);
    return each;
  }
}
