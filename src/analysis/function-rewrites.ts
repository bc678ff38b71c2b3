import type * as t from '@babel/types';
import { existingSession } from './existing-session.js';
import { argumentsOf, spanOf } from './expressions.js';
import { identityParameters } from './identity-parameters.js';
import type { CallRewrite, FunctionRewrite, HelperCallRewrite, SessionSource } from './model.js';
import { type FunctionOwner, functionOf } from './owners.js';
import { isSomebodyElses } from './session-arguments.js';
import type { HandOn, SessionFlow } from './session-flow.js';
import type { SessionOrigin } from './session-origin.js';
import { HEADER_NAMES, type SessionKey } from './signal-methods.js';

/** A Signal call that is to be completed, and whose session it needs. */
export interface AcceptedCall {
  readonly owner: FunctionOwner;
  readonly rewrite: CallRewrite;
}

interface Work {
  readonly owner: FunctionOwner;
  readonly calls: CallRewrite[];
  readonly handsOn: HandOn[];
}

/** What every function of a file has to do so that `accepted` get their ids. */
export function functionRewrites(
  accepted: readonly AcceptedCall[],
  flow: SessionFlow,
  origin: SessionOrigin,
): FunctionRewrite[] {
  const work = new Map<t.Node, Work>();
  const workOf = (owner: FunctionOwner): Work => {
    const { node } = functionOf(owner);
    const entry = work.get(node) ?? { owner, calls: [], handsOn: [] };
    work.set(node, entry);
    return entry;
  };
  for (const { owner, rewrite } of accepted) workOf(owner).calls.push(rewrite);
  const handsOn = flow.handsOn();
  for (const one of handsOn) workOf(one.owner).handsOn.push(one);

  const helpers = [...work.values()].map(({ owner, calls }) => ({ fn: functionOf(owner), calls }));
  const identities = identityParameters(helpers, handsOn);
  const rewriteOf = ({ owner, helper, call, position }: HandOn): HelperCallRewrite => {
    const ids = [...(identities.get(helper.node) ?? [])].map((index) => argumentsOf(call)[index]);
    const forOthers = ids.some((id) => id !== undefined && isSomebodyElses(id, functionOf(owner)));
    return { call, position, keys: forOthers ? ['sessionId', 'windowId'] : ALL_KEYS };
  };
  return [...work.values()].map((one) => functionRewrite(one, one.handsOn.map(rewriteOf), flow, origin));
}

const ALL_KEYS = Object.keys(HEADER_NAMES) as SessionKey[];

function functionRewrite(
  { owner, calls }: Work,
  handsOn: readonly HelperCallRewrite[],
  flow: SessionFlow,
  origin: SessionOrigin,
): FunctionRewrite {
  const fn = functionOf(owner);
  const uses = [...calls, ...handsOn].map(({ call }) => call);
  const firstUse = Math.min(...uses.map(({ node }) => spanOf(node).start));
  const shared = { fn, calls, handsOn };
  const existing = existingSession(fn, firstUse, uses, origin);
  if (existing) return { ...shared, how: { kind: 'reuse', session: existing } };
  if (owner.kind === 'helper') return { ...shared, how: { kind: 'receive' } };
  const { scope } = owner;
  return { ...shared, how: { kind: 'read', scope, source: sourceOf(scope, firstUse, flow) } };
}

function sourceOf(
  scope: Extract<FunctionOwner, { kind: 'scope' }>['scope'],
  firstUse: number,
  flow: SessionFlow,
): SessionSource {
  const decision = flow.sourceOf(scope, firstUse);
  if (decision.kind === 'refused') throw new Error(`the source of ${scope.name} was accepted before`);
  return decision.source;
}
