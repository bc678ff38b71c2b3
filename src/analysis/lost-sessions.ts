import type * as t from '@babel/types';
import { spanOf } from './expressions.js';
import { functionName } from './function-name.js';
import type { CallSite } from './function-uses.js';
import type { LostSession, Place, SignalCall } from './model.js';
import type { Owner, ScopeOwner } from './owners.js';
import { headOf } from './request-label.js';
import type { HandOn } from './session-flow.js';
import type { TrackingHelper } from './tracking-helpers.js';

/** The calls of helpers by which the session would come to the Signal calls of a project. */
export interface WaysOfSession {
  /** By the function that is called. */
  readonly mayHandOn: ReadonlyMap<t.Node, readonly HandOn[]>;
  /** Calls that are not to hand it on: what leads to them does not matter. */
  readonly isLeftAlone: (site: CallSite) => boolean;
}

/**
 * Where the session is lost on its way to `helper`: the calls in request scopes from which it would come, through any
 * number of other helpers, and those on the way that are left alone.
 */
export function lostOnTheWay(helper: t.Node, { mayHandOn, isLeftAlone }: WaysOfSession): LostSession[] {
  const lost: LostSession[] = [];
  const seen = new Set<t.Node>();
  const queue: { node: t.Node; through: readonly Place[] }[] = [{ node: helper, through: [] }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { node, through } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    for (const one of mayHandOn.get(node) ?? []) {
      const { owner, call } = one;
      if (owner.kind === 'helper' && !isLeftAlone({ file: owner.file, call })) {
        queue.push({ node: owner.fn.node, through: [...through, placeOf({ file: owner.file, call })] });
        continue;
      }
      lost.push(lostAt({ file: owner.file, call }, one.helper, owner, through));
    }
  }
  return lost;
}

/**
 * A call of `helper` as a place where the session is lost.
 * @param through the calls of helpers between that one and the Signal call.
 */
export function lostAt(
  site: CallSite,
  helper: TrackingHelper,
  owner: Owner,
  through: readonly Place[],
): LostSession {
  return {
    ...placeOf(site),
    helper: functionName(helper.fn),
    through,
    scope: owner.kind === 'scope' ? scopeOf(owner) : undefined,
  };
}

export function placeOf({ file, call }: CallSite): Place {
  return { path: file.path, ...spanOf(call.node.callee) };
}

export function scopeOf({ scope }: ScopeOwner): SignalCall['scope'] {
  return { kind: scope.kind, name: scope.name, span: headOf(scope.fn) };
}
