import type * as t from '@babel/types';
import { groupBy } from '../source/group-by.js';
import type { SourceFile } from '../source/parse.js';
import { type AcceptedCall, sessionAtHand, workByFunction } from './function-rewrites.js';
import { functionOf } from './owners.js';
import type { HandOn, SessionFlow } from './session-flow.js';
import type { SessionOrigin } from './session-origin.js';

/**
 * The calls of `handsOn` whose helper takes what it is handed. One that has read a session by itself is not handed
 * another one, and so needs none of its own callers, who may then need less themselves.
 */
export function takenHandOns(
  accepted: readonly AcceptedCall[],
  handsOn: readonly HandOn[],
  flow: SessionFlow,
  originOf: (file: SourceFile) => SessionOrigin,
): readonly HandOn[] {
  const wanted = handsOn.filter(leadsTo(accepted, handsOn));
  const needs = new Map(
    [...workByFunction(accepted, wanted)].map(([node, { owner, calls, handsOn: own }]) => [
      node,
      { owner, calls, handsOn: new Set(own) },
    ]),
  );
  const takes = (helper: t.Node): boolean => {
    const one = needs.get(helper);
    if (one?.owner.kind !== 'helper' || one.calls.length + one.handsOn.size === 0) return false;
    const work = { ...one, handsOn: [...one.handsOn] };
    return !sessionAtHand(work, flow, originOf(one.owner.file));
  };
  const byHelper = groupBy(wanted, ({ helper }) => helper.fn.node as t.Node);
  const left = new Set<HandOn>();
  // Only a function that has lost a call since it was last asked may answer otherwise.
  for (let asked = new Set(byHelper.keys()); asked.size > 0; ) {
    const refusing = [...asked].filter((node) => !takes(node));
    asked = new Set();
    for (const one of refusing.flatMap((node) => byHelper.get(node) ?? [])) {
      if (one.helper.existing || left.has(one)) continue;
      const { node } = functionOf(one.owner);
      left.add(one);
      needs.get(node)?.handsOn.delete(one);
      asked.add(node);
    }
  }
  return wanted.filter((one) => !left.has(one));
}

/** Tells of a hand-on whether some call comes to need what it hands on: functions that only call each other need none. */
function leadsTo(accepted: readonly AcceptedCall[], handsOn: readonly HandOn[]): (handOn: HandOn) => boolean {
  const needing = new Set<t.Node>(accepted.map(({ owner }) => functionOf(owner).node));
  for (const { helper } of handsOn) if (helper.existing) needing.add(helper.fn.node);
  const queue = [...needing];
  const byHelper = groupBy(handsOn, ({ helper }) => helper.fn.node as t.Node);
  for (let node = queue.pop(); node; node = queue.pop()) {
    for (const { owner } of byHelper.get(node) ?? []) {
      const { node: caller } = functionOf(owner);
      if (needing.has(caller)) continue;
      needing.add(caller);
      queue.push(caller);
    }
  }
  return ({ helper }) => needing.has(helper.fn.node);
}
