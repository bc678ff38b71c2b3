import type * as t from '@babel/types';
import { groupBy } from '../source/group-by.js';
import type { SourceFile } from '../source/parse.js';
import { type Callers, callersWithoutRequest } from './action-callers.js';
import { argumentsOf, type CallPath } from './expressions.js';
import { type CallSite, placeOfCall } from './function-uses.js';
import { IdentityParameters } from './identity-parameters.js';
import { machineCallerOfAction } from './machine-called-actions.js';
import type { AnalysisContext, HandOnTarget, RequestScope } from './model.js';
import {
  type FunctionOwner,
  functionOf,
  type HelperOwner,
  type Owner,
  Owners,
  type ScopeOwner,
} from './owners.js';
import { reasonToLeave } from './project-files.js';
import { givesQueuedIds, isAnyQueued } from './queued-events.js';
import type { ReasonId } from './reasons.js';
import { headOf } from './request-label.js';
import type { SourceDecision } from './request-parameters.js';
import { scopeRefusal, sourceOfScope } from './scope-refusals.js';
import { ownDistinctId } from './session-arguments.js';
import type { SessionOrigin } from './session-origin.js';
import { lastPosition, type SessionSlot, slotState, typeOfWholeOptions } from './session-slot.js';
import { callersBesideWrapper } from './shared-handlers.js';
import { SESSION_KEYS } from './signal-methods.js';
import { takenBackAt } from './taken-back.js';
import { describeHelper, type Obstacle, type TrackingHelper } from './tracking-helpers.js';

/** A call of a tracking helper that can hand the session on. */
export interface HandOn {
  readonly owner: FunctionOwner;
  readonly helper: TrackingHelper;
  readonly call: CallPath;
  readonly into: HandOnTarget;
}

/** What one question about an obstacle has come by. */
interface Asked {
  /** The functions whose callers are being asked. */
  readonly open: Set<t.Node>;
  readonly known: Map<t.Node, Obstacle>;
}

/** How the session gets from the request scopes of a project to the functions that make Signal calls. */
export class SessionFlow {
  readonly #context: AnalysisContext;
  readonly #signalCalls: (file: SourceFile) => readonly CallPath[];
  readonly #originOf: (file: SourceFile) => SessionOrigin;
  readonly #owners = new Map<SourceFile, Owners>();
  readonly #helpers = new Map<t.Node, TrackingHelper>();
  readonly #scopeObstacles = new Map<t.Node, Obstacle | undefined>();
  #reachable: ReadonlySet<t.Node> = new Set();
  #identities = new IdentityParameters([], []);
  readonly #queued = new Map<t.Node, Map<t.Node, boolean>>();
  #isLeftAlone: (site: CallSite) => boolean = () => false;

  /** @param signalCalls every Signal call of a file. */
  constructor(
    context: AnalysisContext,
    signalCalls: (file: SourceFile) => readonly CallPath[],
    originOf: (file: SourceFile) => SessionOrigin,
  ) {
    this.#context = context;
    this.#signalCalls = signalCalls;
    this.#originOf = originOf;
  }

  ownersOf(file: SourceFile): Owners {
    const known = this.#owners.get(file) ?? new Owners(file, this.#context);
    this.#owners.set(file, known);
    return known;
  }

  /**
   * Follows the owners of the calls that need the session to everything that calls them.
   * @param isLeftAlone says of a call that it shall not hand the session on.
   */
  follow(owners: readonly FunctionOwner[], isLeftAlone: (site: CallSite) => boolean = () => false): void {
    this.#isLeftAlone = isLeftAlone;
    this.#reachable = this.#reach(owners);
  }

  /** Why `owner` cannot come by the session; undefined when it can. */
  obstacleOf(owner: FunctionOwner): Obstacle | undefined {
    return this.#obstacle(owner, { open: new Set(), known: new Map() });
  }

  helperOf({ fn, file }: HelperOwner): TrackingHelper {
    const helper =
      this.#helpers.get(fn.node) ?? describeHelper(fn, file, this.#context.host, this.#signalCalls(file));
    this.#helpers.set(fn.node, helper);
    return helper;
  }

  /**
   * Every call by which a helper that can be reached is to be given the session: more than once, where it leads to
   * several through a type that they share.
   */
  handsOn(): HandOn[] {
    return [...this.#reachable].flatMap((node) => {
      const helper = this.#helpers.get(node);
      if (!helper) return [];
      return helper.sites.flatMap((site): HandOn[] => {
        const { file, call } = site;
        const owner = this.ownersOf(file).ownerOf(call);
        if (owner.kind === 'none' || !this.#mayGive(site, helper) || !this.#canGive(owner, this.#reachable))
          return [];
        if (this.#isLeftAlone({ file, call })) return [];
        return [{ owner, helper, call, into: targetOf(call, helper) }];
      });
    });
  }

  /** Where `scope` reads the session for calls from the offset `firstUse` on. */
  sourceOf(scope: RequestScope, file: SourceFile, firstUse: number): SourceDecision {
    return sourceOfScope(scope, file, firstUse);
  }

  #obstacle(owner: FunctionOwner, asked: Asked): Obstacle | undefined {
    if (owner.kind === 'scope') return this.#scopeObstacle(owner);
    if (this.#reachable.has(owner.fn.node)) return undefined;
    const helper = this.helperOf(owner);
    if (helper.obstacle) return helper.obstacle;
    if (helper.sites.length === 0) return helper.uncalled;
    const known = asked.known.get(owner.fn.node);
    if (known) return known;
    asked.open.add(owner.fn.node);
    const obstacles = helper.sites.flatMap((site) => this.#siteObstacle(site, helper, asked) ?? []);
    asked.open.delete(owner.fn.node);
    const found = mostCommon(obstacles) ?? { reason: 'no-request', places: [] };
    asked.known.set(owner.fn.node, found);
    return found;
  }

  /** Why the session cannot be had at a call of `helper`. */
  #siteObstacle({ file, call }: CallSite, helper: TrackingHelper, asked: Asked): Obstacle | undefined {
    const from = this.ownersOf(file).ownerOf(call);
    if (from.kind === 'none') return without(from.reason);
    if (from.kind === 'helper' && asked.open.has(from.fn.node)) return undefined;
    if (!this.isEditable(file)) return { reason: reasonToLeave(this.#context.host, file.path), places: [] };
    const own = this.#obstacle(from, asked);
    if (own) return own;
    if (this.#isLeftAlone({ file, call })) return { reason: 'no-request', places: [] };
    return this.#argumentObstacle({ file, call }, helper);
  }

  /** Whether a request in which the session can be had runs the function, through any number of helpers. */
  isInRequest(owner: Owner): boolean {
    const owners = [owner];
    const seen = new Set<t.Node>();
    for (const one of owners) {
      if (one.kind === 'scope' && this.#scopeObstacle(one) === undefined) return true;
      if (one.kind !== 'helper' || seen.has(one.fn.node)) continue;
      seen.add(one.fn.node);
      for (const { file, call } of this.helperOf(one).sites) owners.push(this.ownersOf(file).ownerOf(call));
    }
    return false;
  }

  /** Whether a call of `helper` is to give it the session, and does not yet. */
  isToGive(site: CallSite, helper: TrackingHelper): boolean {
    return this.isEditable(site.file) && !this.#isLeftAlone(site) && !this.#isGiven(site, helper);
  }

  /** The helpers that hand on to `helper` what their own callers give them, each with the call by which it does. */
  handingOn(helper: TrackingHelper): { readonly from: HelperOwner; readonly site: CallSite }[] {
    return helper.sites.flatMap((site) => {
      if (!helper.existing || !this.#isGiven(site, helper)) return [];
      const from = this.ownersOf(site.file).ownerOf(site.call);
      return from.kind === 'helper' && this.helperOf(from).existing ? [{ from, site }] : [];
    });
  }

  /**
   * Why a call of a helper that others give the session cannot give it; undefined where it can, and where that is for
   * the callers of the function around it to say.
   */
  obstacleAt(site: CallSite, helper: TrackingHelper, from: Owner): Obstacle | undefined {
    switch (from.kind) {
      case 'none':
        return without(from.reason);
      case 'scope':
        return this.#scopeObstacle(from) ?? this.#argumentObstacle(site, helper);
      case 'helper': {
        if (this.#reachable.has(from.fn.node) || this.#isForQueued(site, helper))
          return this.#argumentObstacle(site, helper);
        const { obstacle, sites, uncalled } = this.helperOf(from);
        return obstacle ?? (sites.length === 0 ? uncalled : undefined);
      }
    }
  }

  /** Why the arguments of a call of `helper` cannot be given the session. */
  #argumentObstacle(site: CallSite, helper: TrackingHelper): Obstacle | undefined {
    if (this.#isGiven(site, helper)) return undefined;
    const { file, call } = site;
    const takenBack = takenBackAt(this.#context, file.path, call.node);
    if (takenBack) return { reason: 'type-check-failed', places: [...takenBack.places, placeOfCall(site)] };
    if (this.#isForQueued(site, helper)) return { reason: 'queued-event', places: [placeOfCall(site)] };
    switch (slotState(call, slotOf(helper)).kind) {
      case 'open':
        return undefined;
      case 'filled':
        return { reason: 'surplus-arguments', places: [placeOfCall(site)] };
      case 'closed':
        return { reason: 'spread-arguments', places: [] };
    }
  }

  /** Whether a call of `helper` is about whoever has queued what it gives, not about the visitor who comes by. */
  #isForQueued({ file, call }: CallSite, helper: TrackingHelper): boolean {
    const known = this.#queued.get(helper.fn.node) ?? new Map<t.Node, boolean>();
    this.#queued.set(helper.fn.node, known);
    const answer = known.get(call.node);
    if (answer !== undefined) return answer;
    const owner = this.ownersOf(file).ownerOf(call);
    const ids = this.#identities.idsGivenTo(helper.fn.node, call);
    const isQueued = owner.kind !== 'none' && isAnyQueued(ids, functionOf(owner), file, this.#context.host);
    known.set(call.node, isQueued);
    return isQueued;
  }

  /** Whether all that a helper sends was queued with the ids of whom it is about. */
  isSentWithQueuedIds(owner: HelperOwner): boolean {
    const { sites } = this.helperOf(owner);
    return (
      sites.length > 0 &&
      sites.every(({ file, call }) => {
        const from = this.ownersOf(file).ownerOf(call);
        return (
          from.kind !== 'none' &&
          givesQueuedIds(call, functionOf(from), file, this.#context.host, this.#originOf(file))
        );
      })
    );
  }

  /** Whether a call of `helper` gives it the session, be it before the helper takes one. */
  #isGiven({ file, call }: CallSite, helper: TrackingHelper): boolean {
    const state = slotState(call, slotOf(helper));
    if (state.kind !== 'filled') return false;
    if (helper.existing) return true;
    const { value } = state;
    return value !== undefined && SESSION_KEYS.every((key) => this.#originOf(file).isSession(value, key));
  }

  #mayGive(site: CallSite, helper: TrackingHelper): boolean {
    return !this.#isGiven(site, helper) && this.#argumentObstacle(site, helper) === undefined;
  }

  /** Whether a file may be changed in this run. */
  isEditable(file: SourceFile): boolean {
    return this.#context.host.isEditable?.(file.path) ?? true;
  }

  #scopeObstacle(owner: ScopeOwner): Obstacle | undefined {
    const { node } = owner.scope.fn;
    if (!this.#scopeObstacles.has(node)) {
      this.#scopeObstacles.set(node, undefined);
      this.#scopeObstacles.set(node, this.#decideScope(owner));
    }
    return this.#scopeObstacles.get(node);
  }

  #decideScope({ scope, file }: ScopeOwner): Obstacle | undefined {
    if (!this.isEditable(file)) return { reason: reasonToLeave(this.#context.host, file.path), places: [] };
    const reason = scopeRefusal(scope, file, this.#context, this.#signalCalls(file));
    if (reason !== undefined) {
      // The call may stand in another package than the function that would read the session for it.
      const places = reason === 'reader-out-of-reach' ? [{ path: file.path, ...headOf(scope.fn) }] : [];
      return { reason, places };
    }
    switch (scope.kind) {
      case 'request-helper':
        return this.#callersObstacle(scope, file);
      case 'server-action':
        return this.#actionObstacle(scope, file);
      default:
        return this.#wrapperObstacle({ kind: 'scope', scope, file });
    }
  }

  #callers(): Callers {
    return {
      sitesOf: (fn, of) => this.helperOf({ kind: 'helper', fn, file: of }).sites,
      ownerOf: (site) => this.ownersOf(site.file).ownerOf(site.call),
      isStatic: ({ scope: route, file: of }) =>
        scopeRefusal(route, of, this.#context, this.#signalCalls(of)) === 'static-route',
    };
  }

  #wrapperObstacle(owner: ScopeOwner): Obstacle | undefined {
    const places = callersBesideWrapper(owner, this.#context, this.#callers());
    return places.length > 0 ? { reason: 'handler-without-request', places } : undefined;
  }

  #actionObstacle(scope: RequestScope, file: SourceFile): Obstacle | undefined {
    const owner: ScopeOwner = { kind: 'scope', scope, file };
    const callers = this.#callers();
    const places = callersWithoutRequest(owner, this.#context, callers);
    if (places.length > 0) return { reason: 'action-without-request', places };
    const machine = this.#context.include.has('webhooks')
      ? undefined
      : machineCallerOfAction(owner, this.#context, callers);
    return machine ?? this.#wrapperObstacle(owner);
  }

  /** What a function reads off the request that it is given counts as read by the scopes that call it. */
  #callersObstacle({ fn }: RequestScope, file: SourceFile): Obstacle | undefined {
    const { sites } = this.helperOf({ kind: 'helper', fn, file });
    const callers = sites.map((site) => this.ownersOf(site.file).ownerOf(site.call));
    const obstacles = callers.map((owner) =>
      owner.kind === 'scope' ? this.#scopeObstacle(owner) : undefined,
    );
    const stays = obstacles.find((one) => one?.reason === 'static-route');
    if (stays) return stays;
    return obstacles.length > 0 && obstacles.every((one) => one !== undefined) ? obstacles[0] : undefined;
  }

  /** The helpers that some usable request scope reaches, through any number of other helpers. */
  #reach(owners: readonly FunctionOwner[]): ReadonlySet<t.Node> {
    const involved = new Map<t.Node, TrackingHelper>();
    const queue = owners.filter((owner) => owner.kind === 'helper');
    for (let owner = queue.pop(); owner; owner = queue.pop()) {
      if (involved.has(owner.fn.node)) continue;
      const helper = this.helperOf(owner);
      involved.set(owner.fn.node, helper);
      for (const { file, call } of helper.sites) {
        const from = this.ownersOf(file).ownerOf(call);
        if (from.kind === 'helper') queue.push(from);
      }
    }
    this.#identities = this.#identitiesOf([...involved.values()]);
    this.#queued.clear();
    const reachable = new Set<t.Node>();
    for (let grown = true; grown; ) {
      grown = false;
      for (const [node, helper] of involved) {
        if (reachable.has(node) || !this.#isReached(helper, reachable)) continue;
        reachable.add(node);
        grown = true;
      }
    }
    this.#keepTypesToThemselves(involved, reachable);
    return reachable;
  }

  #identitiesOf(helpers: readonly TrackingHelper[]): IdentityParameters {
    const withIds = helpers.map(({ fn, file }) => {
      const calls = this.#signalCalls(file).filter((call) => {
        const owner = this.ownersOf(file).ownerOf(call);
        return owner.kind === 'helper' && owner.fn.node === fn.node;
      });
      return {
        fn,
        ids: calls.flatMap((call) =>
          argumentsOf(call)
            .slice(0, 1)
            .flatMap((one) => ownDistinctId(one) ?? []),
        ),
      };
    });
    const calls = helpers.flatMap((helper) =>
      helper.sites.map(({ file, call }) => ({ owner: this.ownersOf(file).ownerOf(call), helper, call })),
    );
    return new IdentityParameters(withIds, calls);
  }

  /**
   * A key of a type that a helper takes, too, to which no session comes would be one that it is never given: those that
   * are reached get a parameter instead.
   */
  #keepTypesToThemselves(
    involved: ReadonlyMap<t.Node, TrackingHelper>,
    reachable: ReadonlySet<t.Node>,
  ): void {
    const typeOf = ({ planned }: TrackingHelper): t.Node | undefined =>
      planned.kind === 'key' ? planned.type?.node : undefined;
    const helpers = [...involved].filter(([, { existing }]) => !existing);
    const keys = helpers.filter(([node, helper]) => reachable.has(node) && typeOf(helper));
    if (keys.length === 0) return;
    const others = helpers.map(([node, helper]) =>
      reachable.has(node) ? undefined : typeOfWholeOptions(helper.fn, helper.file, this.#context.host),
    );
    for (const [node, helper] of keys) {
      if (!others.includes(typeOf(helper))) continue;
      this.#helpers.set(node, { ...helper, planned: lastPosition(helper.fn, helper.signatures) });
    }
  }

  #isReached(helper: TrackingHelper, reachable: ReadonlySet<t.Node>): boolean {
    if (helper.existing) return true;
    if (helper.obstacle) return false;
    return helper.sites.some(
      (site) =>
        this.#isGiven(site, helper) ||
        (this.#mayGive(site, helper) &&
          this.#canGive(this.ownersOf(site.file).ownerOf(site.call), reachable) &&
          !this.#isLeftAlone(site)),
    );
  }

  #canGive(owner: Owner, reachable: ReadonlySet<t.Node>): boolean {
    switch (owner.kind) {
      case 'scope':
        return this.#scopeObstacle(owner) === undefined;
      case 'helper':
        return reachable.has(owner.fn.node) && this.isEditable(owner.file);
      case 'none':
        return false;
    }
  }
}

/** The obstacle that stands before most callers; of equals one that says more than that there is no request. */
function mostCommon(obstacles: readonly Obstacle[]): Obstacle | undefined {
  const byReason = groupBy(obstacles, ({ reason }) => reason);
  const weight = ({ reason }: Obstacle): number =>
    (byReason.get(reason) ?? []).length * 2 + (reason === 'no-request' || reason === 'no-caller' ? 0 : 1);
  return [...obstacles].sort((a, b) => weight(b) - weight(a))[0];
}

/** What stands in the way of a call that no function with a request is around. */
function without(reason: ReasonId): Obstacle {
  return { reason: reason === 'module-scope' ? 'no-request' : reason, places: [] };
}

function slotOf({ existing, planned }: TrackingHelper): SessionSlot {
  return existing?.slot ?? planned;
}

function targetOf(call: CallPath, helper: TrackingHelper): HandOnTarget {
  const slot = slotOf(helper);
  return slot.kind === 'position'
    ? { kind: 'position', index: slot.index }
    : { kind: 'key', key: slot.key, options: argumentsOf(call)[0] };
}
