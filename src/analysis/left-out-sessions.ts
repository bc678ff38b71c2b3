import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, asCall, type CallPath, calleeOf, unwrap } from './expressions.js';
import type { CallSite } from './function-uses.js';
import { lostAt, placeOf } from './lost-sessions.js';
import type { Place, WithheldSession } from './model.js';
import type { HelperOwner } from './owners.js';
import type { SessionFlow } from './session-flow.js';
import { type ExistingSlot, slotState } from './session-slot.js';
import { SESSION_KEYS, type SessionMethod, slotOf } from './signal-methods.js';
import type { TrackingHelper } from './tracking-helpers.js';
import { type GivenPart, oneOf, type ValueSource, ValueSources } from './value-sources.js';

/** The places from which each of the ids comes; of several places one is enough. */
export type TakenIds = readonly (readonly GivenPart[])[];

/** A call in a request that leaves an id out. */
export interface LeftOutCall extends WithheldSession {
  readonly site: CallSite;
}

/** What the callers of a function that takes the ids do about them. */
export interface LeftOut {
  readonly calls: readonly LeftOutCall[];
  /** Whether any call may give both. */
  readonly isGiven: boolean;
}

const NOBODY: LeftOut = { calls: [], isGiven: true };

/** The ids of a Signal call that come with the parameters of the function around it, by how the call names them. */
export function idsTakenBy(call: CallPath, method: SessionMethod, { fn }: HelperOwner): TakenIds {
  const values = new ValueSources();
  const slot = slotOf(method);
  const args = argumentsOf(call);
  return SESSION_KEYS.flatMap((key): TakenIds => {
    const value = slot.kind === 'positions' ? args[slot[key]] : args[0];
    const source = value ? values.sourceOf(value, slot.kind === 'positions' ? [] : [key]) : 'nothing';
    return partsOf(source, fn);
  });
}

/** The ids that a function takes with its session. */
export function idsInSlot(fn: NodePath<t.Function>, { slot }: ExistingSlot): TakenIds {
  return SESSION_KEYS.map((key) => [
    slot.kind === 'position'
      ? { fn, index: slot.index, route: [key] }
      : { fn, index: 0, route: [slot.key, key] },
  ]);
}

/**
 * The calls that give nothing in the place of an id which `helper` takes, through any number of other helpers, where a
 * request could give it. What leaves a session out for which there is a slot is a call that is to be completed.
 */
export function leftOutFor(helper: HelperOwner, ids: TakenIds, flow: SessionFlow): LeftOut {
  if (ids.length === 0) return NOBODY;
  const values = new ValueSources();
  const calls: LeftOutCall[] = [];
  let isGiven = false;
  const seen = new Set<t.Node>();
  const queue: { owner: HelperOwner; ids: TakenIds; through: readonly Place[] }[] = [
    { owner: helper, ids, through: [] },
  ];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { owner, through } = next;
    if (seen.has(owner.fn.node)) continue;
    seen.add(owner.fn.node);
    const called = flow.helperOf(owner);
    isGiven ||= called.callers.length > called.sites.length;
    for (const site of [...called.sites, ...called.indirect]) {
      if (isOpen(site, called)) continue;
      const args = called.indirect.includes(site) ? argumentsBehind(site.call) : argumentsOf(site.call);
      const sources = next.ids.map((parts) => oneOf(parts.map((part) => values.givenIn(part, args))));
      const from = flow.ownersOf(site.file).ownerOf(site.call);
      if (sources.includes('nothing')) {
        if (flow.isEditable(site.file) && flow.isInRequest(from))
          calls.push({
            ...lostAt(site, called, from, through),
            reason: 'session-left-out',
            places: [],
            site,
          });
        continue;
      }
      const taken = from.kind === 'helper' ? sources.flatMap((source) => partsOf(source, from.fn)) : [];
      if (from.kind === 'helper' && taken.length > 0)
        queue.push({ owner: from, ids: taken, through: [...through, placeOf(site)] });
      else isGiven = true;
    }
  }
  return { calls, isGiven };
}

export function withoutSite({ site: _, ...call }: LeftOutCall): WithheldSession {
  return call;
}

/** Whether a call is without the session that `helper` has a slot for, which is known without a look at its values. */
function isOpen(site: CallSite, { existing, indirect }: TrackingHelper): boolean {
  return (
    existing !== undefined &&
    !indirect.includes(site) &&
    slotState(site.call, existing.slot).kind !== 'filled'
  );
}

/** What a function is called with by `call`, or once it is bound. */
function argumentsBehind(call: CallPath): readonly NodePath[] {
  const args = argumentsOf(call);
  const bound = asCall(unwrap(calleeOf(call)));
  return bound ? [...argumentsOf(bound).slice(1), ...args] : args.slice(1);
}

function partsOf(source: ValueSource, fn: NodePath<t.Function>): TakenIds {
  return typeof source !== 'string' && source.every((one) => one.fn.node === fn.node) ? [source] : [];
}
