import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { existingSession } from './existing-session.js';
import { spanOf } from './expressions.js';
import { functionName } from './function-name.js';
import { IdentityParameters } from './identity-parameters.js';
import type { CallRewrite, FunctionRewrite, HelperCallRewrite, SessionSource } from './model.js';
import { type FunctionOwner, functionOf } from './owners.js';
import { headOf } from './request-label.js';
import { isSomebodyElses } from './session-arguments.js';
import type { HandOn, SessionFlow } from './session-flow.js';
import type { SessionOrigin } from './session-origin.js';
import { HEADER_NAMES, type SessionKey } from './signal-methods.js';

/** A Signal call that is to be completed, and whose session it needs. */
export interface AcceptedCall {
  readonly owner: FunctionOwner;
  readonly rewrite: CallRewrite;
}

/** What one function has to do, and the file it stands in. */
export interface FunctionWork {
  readonly owner: FunctionOwner;
  readonly file: SourceFile;
  readonly rewrite: FunctionRewrite;
}

interface Work {
  readonly owner: FunctionOwner;
  readonly calls: CallRewrite[];
  readonly handsOn: HandOn[];
}

/** What every function of the project has to do so that `accepted` get their ids. */
export function functionRewrites(
  accepted: readonly AcceptedCall[],
  handsOn: readonly HandOn[],
  flow: SessionFlow,
  originOf: (file: SourceFile) => SessionOrigin,
): FunctionWork[] {
  const work = new Map<t.Node, Work>();
  const workOf = (owner: FunctionOwner): Work => {
    const { node } = functionOf(owner);
    const entry = work.get(node) ?? { owner, calls: [], handsOn: [] };
    work.set(node, entry);
    return entry;
  };
  for (const { owner, rewrite } of accepted) workOf(owner).calls.push(rewrite);
  for (const one of handsOn) workOf(one.owner).handsOn.push(one);

  const helpers = [...work.values()].map(({ owner, calls }) => ({ fn: functionOf(owner), calls }));
  const identities = new IdentityParameters(helpers, handsOn);
  const rewriteOf = ({ owner, helper, call, into }: HandOn): HelperCallRewrite => {
    const ids = identities.idsGivenTo(helper.fn.node, call);
    const forOthers = ids.some((id) => isSomebodyElses(id, functionOf(owner)));
    const { path } = helper.file;
    return {
      call,
      into,
      helper: { path, ...headOf(helper.fn), name: functionName(helper.fn) },
      keys: forOthers ? ['sessionId', 'windowId'] : ALL_KEYS,
    };
  };
  return [...work.values()].map((one) => ({
    owner: one.owner,
    file: one.owner.file,
    rewrite: functionRewrite(one, one.handsOn.map(rewriteOf), flow, originOf(one.owner.file)),
  }));
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
  const helper = owner.kind === 'helper' ? flow.helperOf(owner) : undefined;
  const existing = existingSession(fn, firstUse, uses, origin, helper?.existing);
  if (existing) return { ...shared, how: { kind: 'reuse', session: existing } };
  if (owner.kind === 'scope') {
    const source = sourceOf(owner, firstUse, flow);
    return { ...shared, how: { kind: 'read', scope: owner.scope, source } };
  }
  return { ...shared, how: { kind: 'receive', slot: flow.helperOf(owner).planned } };
}

function sourceOf(
  { scope, file }: Extract<FunctionOwner, { kind: 'scope' }>,
  firstUse: number,
  flow: SessionFlow,
): SessionSource {
  const decision = flow.sourceOf(scope, file, firstUse);
  if (decision.kind === 'refused') throw new Error(`the source of ${scope.name} was accepted before`);
  return decision.source;
}
