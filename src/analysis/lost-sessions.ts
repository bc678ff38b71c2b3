import type * as t from '@babel/types';
import { spanOf } from './expressions.js';
import { functionName } from './function-name.js';
import type { CallSite } from './function-uses.js';
import type { LostSession, Place, SignalCall } from './model.js';
import type { HelperOwner, Owner, ScopeOwner } from './owners.js';
import { headOf } from './request-label.js';
import type { HandOn, SessionFlow } from './session-flow.js';
import type { TrackingHelper } from './tracking-helpers.js';

/** The calls of helpers by which the session would come to the Signal calls of a project. */
export interface WaysOfSession {
  /** By the function that is called. */
  readonly mayHandOn: ReadonlyMap<t.Node, readonly HandOn[]>;
  /** Calls that are not to hand it on: what leads to them does not matter. */
  readonly isLeftAlone: (site: CallSite) => boolean;
}

/**
 * Where the session is lost on its way to `helper`: the calls in request scopes, and in helpers that are given it, from
 * which it would come, through any number of other helpers, and those on the way that are left alone.
 */
export function lostOnTheWay(
  helper: HelperOwner,
  { mayHandOn, isLeftAlone }: WaysOfSession,
  flow: SessionFlow,
): LostSession[] {
  const lost: LostSession[] = [];
  const seen = new Set<t.Node>();
  const queue: { owner: HelperOwner; through: readonly Place[] }[] = [{ owner: helper, through: [] }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { through } = next;
    const { node } = next.owner.fn;
    if (seen.has(node)) continue;
    seen.add(node);
    const follow = (owner: HelperOwner, site: CallSite): void => {
      queue.push({ owner, through: [...through, placeOf(site)] });
    };
    for (const { owner, call, helper: called } of mayHandOn.get(node) ?? []) {
      const site = { file: owner.file, call };
      const isOnTheWay = owner.kind === 'helper' && !isLeftAlone(site);
      if (isOnTheWay) follow(owner, site);
      // A helper that takes the session already has it at hand.
      if (!isOnTheWay || flow.helperOf(owner).existing) lost.push(lostAt(site, called, owner, through));
    }
    for (const { from, site } of flow.handingOn(flow.helperOf(next.owner))) follow(from, site);
  }
  return lost;
}

/** Whether a call of `helper`, or of a helper that hands on to it what it is given, is among `handsOn`. */
export function isMissedBy(helper: HelperOwner, handsOn: readonly HandOn[], flow: SessionFlow): boolean {
  const called = new Set(handsOn.map((one) => one.helper.fn.node));
  const ways = new Map([[helper.fn.node as t.Node, helper]]);
  for (const owner of ways.values()) {
    if (called.has(owner.fn.node)) return true;
    for (const { from } of flow.handingOn(flow.helperOf(owner))) ways.set(from.fn.node, from);
  }
  return false;
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
