import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { groupBy } from '../source/group-by.js';
import type { SourceFile } from '../source/parse.js';
import { existingSession } from './existing-session.js';
import { type CallPath, spanOf } from './expressions.js';
import { functionName } from './function-name.js';
import { distinctIdsOf, IdentityParameters } from './identity-parameters.js';
import type {
  CallRewrite,
  ExistingSession,
  FunctionRewrite,
  HelperCallRewrite,
  SessionSource,
} from './model.js';
import { type OwnId, otherPeople } from './other-people.js';
import { type FunctionOwner, functionOf, type ScopeOwner } from './owners.js';
import { headOf } from './request-label.js';
import type { HandOn, SessionFlow } from './session-flow.js';
import type { SessionOrigin } from './session-origin.js';
import { ALL_SESSION_KEYS, SESSION_KEYS } from './signal-methods.js';
import { isSomebodyElses } from './somebody-elses.js';

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

/** One function with the calls in it that need the session. */
export interface Work {
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
  const work = workByFunction(accepted, handsOn);
  const helpers = [...work.values()].map(({ owner, calls }) => ({
    fn: functionOf(owner),
    ids: besideOthers(calls, otherPeople(ownIdsOf(calls), functionOf(owner))).flatMap(distinctIdsOf),
  }));
  const identities = new IdentityParameters(helpers, handsOn);
  const idsGivenBy = ({ helper, call }: HandOn): NodePath[] => identities.idsGivenTo(helper.fn.node, call);
  /** Whom else than the visitor the calls of a function are about, those of helpers among them. */
  const othersIn = ({ owner, calls, handsOn: handed }: Work): ReadonlySet<NodePath> => {
    const fn = functionOf(owner);
    const given = handed.flatMap((one) =>
      idsGivenBy(one).flatMap((id) =>
        isSomebodyElses(id, fn, owner.file.path) ? [] : [{ call: one.call, id }],
      ),
    );
    return otherPeople([...ownIdsOf(calls), ...given], fn);
  };
  /** One call may lead to several helpers, through a type that they share; the session is given once. */
  const rewriteOf = (
    [first, ...more]: readonly [HandOn, ...HandOn[]],
    others: ReadonlySet<NodePath>,
  ): HelperCallRewrite => {
    const { owner, helper, call, into } = first;
    const ids = [first, ...more].flatMap(idsGivenBy);
    const forOthers = ids.some(
      (id) => others.has(id) || isSomebodyElses(id, functionOf(owner), owner.file.path),
    );
    const { path } = helper.file;
    return {
      call,
      into,
      helper: { path, ...headOf(helper.fn), name: functionName(helper.fn) },
      keys: forOthers ? SESSION_KEYS : ALL_SESSION_KEYS,
    };
  };
  return [...work.values()].map((one) => {
    const others = othersIn(one);
    const byCall = [...groupBy(one.handsOn, ({ call }) => call.node).values()];
    return {
      owner: one.owner,
      file: one.owner.file,
      rewrite: functionRewrite(
        { ...one, calls: besideOthers(one.calls, others) },
        byCall.map((group) => rewriteOf(group, others)),
        flow,
        originOf(one.owner.file),
      ),
    };
  });
}

function ownIdsOf(calls: readonly CallRewrite[]): OwnId[] {
  return calls.flatMap((one) => distinctIdsOf(one).map((id) => ({ call: one.call, id })));
}

/** The calls without the header's id where they are about somebody else. */
function besideOthers(calls: readonly CallRewrite[], others: ReadonlySet<NodePath>): CallRewrite[] {
  if (others.size === 0) return [...calls];
  return calls.map((one) => ({
    ...one,
    targets: one.targets.map((target) => {
      const isOthers = distinctIdsOf({ targets: [target] }).some((id) => others.has(id));
      if (!isOthers || target.kind === 'positions') return target;
      return { ...target, missing: target.missing.filter((key) => key !== 'distinctId') };
    }),
  }));
}

/** The functions of the project that have calls which need the session. */
export function workByFunction(
  accepted: readonly AcceptedCall[],
  handsOn: readonly HandOn[],
): ReadonlyMap<t.Node, Work> {
  const work = new Map<t.Node, Work>();
  const workOf = (owner: FunctionOwner): Work => {
    const { node } = functionOf(owner);
    const entry = work.get(node) ?? { owner, calls: [], handsOn: [] };
    work.set(node, entry);
    return entry;
  };
  for (const { owner, rewrite } of accepted) workOf(owner).calls.push(rewrite);
  for (const one of handsOn) workOf(one.owner).handsOn.push(one);
  return work;
}

function functionRewrite(
  work: Work,
  handsOn: readonly HelperCallRewrite[],
  flow: SessionFlow,
  origin: SessionOrigin,
): FunctionRewrite {
  const { owner, calls } = work;
  const shared = { fn: functionOf(owner), calls, handsOn };
  const existing = sessionAtHand(work, flow, origin);
  if (existing) return { ...shared, how: { kind: 'reuse', session: existing } };
  if (owner.kind === 'scope') {
    const source = sourceOf(owner, firstUseOf(work), flow);
    return { ...shared, how: { kind: 'read', scope: owner.scope, source } };
  }
  return { ...shared, how: { kind: 'receive', slot: flow.helperOf(owner).planned } };
}

/** The session that a function has before it needs one. */
export function sessionAtHand(
  work: Work,
  flow: SessionFlow,
  origin: SessionOrigin,
): ExistingSession | undefined {
  const { owner } = work;
  const helper = owner.kind === 'helper' ? flow.helperOf(owner) : undefined;
  return existingSession(functionOf(owner), firstUseOf(work), usesIn(work), origin, helper?.existing);
}

function usesIn({ calls, handsOn }: Work): CallPath[] {
  return [...calls, ...handsOn].map(({ call }) => call);
}

function firstUseOf(work: Work): number {
  return usesIn(work).reduce(
    (first, { node }) => Math.min(first, spanOf(node).start),
    Number.POSITIVE_INFINITY,
  );
}

function sourceOf({ scope, file }: ScopeOwner, firstUse: number, flow: SessionFlow): SessionSource {
  const decision = flow.sourceOf(scope, file, firstUse);
  if (decision.kind === 'refused') throw new Error(`the source of ${scope.name} was accepted before`);
  return decision.source;
}
