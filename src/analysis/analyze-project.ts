import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { groupBy } from '../source/group-by.js';
import type { SourceFile } from '../source/parse.js';
import type { SignalClients } from './clients.js';
import { lackingMessage } from './declared-messages.js';
import { argumentsOf, type CallPath, spanOf } from './expressions.js';
import { type AcceptedCall, type FunctionWork, functionRewrites } from './function-rewrites.js';
import type { CallSite } from './function-uses.js';
import { givenIds } from './given-ids.js';
import { givenPlaceholders } from './given-placeholders.js';
import { IdHolders } from './held-ids.js';
import { idsInSlot, idsTakenBy, leftOutFor, type TakenIds, withoutSite } from './left-out-sessions.js';
import { isMissedBy, lostOnTheWay, scopeOf, type WaysOfSession } from './lost-sessions.js';
import {
  type AnalysisContext,
  type ArgumentTarget,
  type DeclarationRewrite,
  type FileAnalysis,
  type LackingMessage,
  type RequestScope,
  type RewriteRule,
  type SignalCall,
  type SyncHeadersCall,
  type UnsuppressedVerdict,
  type Verdict,
  type WithheldSession,
  withoutSuppression,
} from './model.js';
import { type FunctionOwner, functionOf, type HelperOwner, isCalledByOthers } from './owners.js';
import { namedByCall } from './placeholder-ids.js';
import { callsOf } from './program.js';
import { isOfAnotherPackage } from './project-files.js';
import { isQueuedWithIds, queuedFor } from './queued-events.js';
import type { ReasonId } from './reasons.js';
import { requestLabel } from './request-label.js';
import { isTestFile } from './route-files.js';
import { argumentState, wholeValueIn } from './session-arguments.js';
import { type HandOn, SessionFlow } from './session-flow.js';
import { SessionOrigin } from './session-origin.js';
import { isSessionMethod, type SessionMethod } from './signal-methods.js';
import { Suppressor } from './suppressor.js';
import { findSyncHeaders } from './sync-headers.js';
import { takenBackAt } from './taken-back.js';
import { takenHandOns } from './taken-hand-ons.js';
import { withheldOnTheWay } from './withheld-sessions.js';

/** A Signal call as found in the text. */
interface FoundCall {
  readonly file: SourceFile;
  readonly call: CallPath;
  readonly method: SessionMethod;
  readonly callee: t.Node;
  readonly detached: boolean;
}

/** A Signal call whose arguments lack ids and that nothing of its own stands against. */
interface OpenCall {
  readonly found: FoundCall;
  readonly owner: FunctionOwner;
  readonly targets: readonly ArgumentTarget[];
  readonly partial: boolean;
  readonly lacking: LackingMessage | undefined;
}

/** A forwarded call in a helper that is given the session, by those callers that give it. */
interface ReceivingCall {
  readonly found: FoundCall;
  readonly owner: HelperOwner;
}

interface HandedOnCall extends ReceivingCall {
  readonly ids: TakenIds;
}

/** The Signal calls of a file that others have a say in. */
interface JudgedCalls {
  readonly open: OpenCall[];
  readonly receiving: ReceivingCall[];
  /** Forwarded calls whose ids come with the parameters of a helper, in a slot for the session or by themselves. */
  readonly handedOn: HandedOnCall[];
}

/** What every function has to do, and the calls of helpers by which the session is handed on for it. */
interface Work {
  readonly work: readonly FunctionWork[];
  readonly handsOn: readonly HandOn[];
}

interface Decision extends WaysOfSession {
  readonly work: readonly FunctionWork[];
}

export interface ProjectAnalysis {
  /** The given files, and those of their callers and types that have to change with them. */
  readonly analyses: readonly FileAnalysis[];
  /** Files that our own analysis failed on; each alone is left out. */
  readonly defects: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Finds the Signal calls of `files`, decides a verdict for each, and works out what has to be rewritten, in whichever
 * file of the project. Pure: the same texts and context give the same answer, and a project that was rewritten
 * accordingly has nothing left to rewrite. A test, a story or a mock has no Signal calls of its own: it is no code
 * that a visitor's request runs.
 */
export function analyzeProject(
  files: readonly SourceFile[],
  context: AnalysisContext,
  clients: SignalClients,
): ProjectAnalysis {
  return new ProjectAnalyzer(context, clients).run(files.filter(({ path }) => !isTestFile(path)));
}

/**
 * As `analyzeProject` for one file whose Signal calls stand in request scopes of its own, so that no other file has a
 * say in their verdicts or has to change with them; undefined for a file of which that is not so, or not known.
 * A helper elsewhere may yet want to be handed the session in it.
 * @throws what the analysis of the file failed on.
 */
export function analyzeAlone(
  file: SourceFile,
  context: AnalysisContext,
  clients: SignalClients,
): FileAnalysis | undefined {
  return new ProjectAnalyzer(context, clients).runAlone(file);
}

class ProjectAnalyzer {
  readonly #context: AnalysisContext;
  readonly #clients: SignalClients;
  readonly #flow: SessionFlow;
  readonly #found = new Map<SourceFile, readonly FoundCall[]>();
  readonly #origins = new Map<SourceFile, SessionOrigin>();
  readonly #suppressor: Suppressor;
  readonly #verdicts = new Map<FoundCall, Verdict>();
  /** The calls that are suppressed where they stand, not on the way to them. */
  readonly #suppressedHere = new Set<FoundCall>();
  readonly #leftOut = new Map<FoundCall, readonly WithheldSession[]>();

  constructor(context: AnalysisContext, clients: SignalClients) {
    this.#context = context;
    this.#clients = clients;
    this.#suppressor = new Suppressor(context);
    this.#flow = new SessionFlow(
      context,
      (file) => (this.#found.get(file) ?? []).map(({ call }) => call),
      (file) => this.#originOf(file),
    );
  }

  run(files: readonly SourceFile[]): ProjectAnalysis {
    const open: OpenCall[] = [];
    const receiving: ReceivingCall[] = [];
    const handedOn: HandedOnCall[] = [];
    const defects: { path: string; message: string }[] = [];
    const analysed: SourceFile[] = [];
    for (const file of files) {
      try {
        const judged = this.#judgeFile(file);
        open.push(...judged.open);
        receiving.push(...judged.receiving);
        handedOn.push(...judged.handedOn);
        analysed.push(file);
      } catch (error) {
        defects.push({ path: file.path, message: error instanceof Error ? error.message : String(error) });
      }
    }
    const decision = this.#decide(open, receiving);
    this.#findLeftOut(open, handedOn);
    return { analyses: this.#byFile(analysed, decision), defects };
  }

  runAlone(file: SourceFile): FileAnalysis | undefined {
    const { open, receiving, handedOn } = this.#judgeFile(file);
    const isOwn = ({ owner, lacking }: OpenCall): boolean =>
      owner.kind === 'scope' && isOfItsFile(owner.scope) && lacking === undefined;
    if (receiving.length + handedOn.length > 0 || !open.every(isOwn)) return undefined;
    const decision = this.#decide(open, []);
    const [analysis, ...others] = this.#byFile([file], decision);
    return others.length === 0 && analysis?.syncHeaders.length === 0 ? analysis : undefined;
  }

  /**
   * The verdicts of the calls that had none, and the work for them. Everything is followed once as if nothing were
   * suppressed, which tells what each suppression is for, and where there is one, again without what it covers.
   */
  #decide(open: readonly OpenCall[], receiving: readonly ReceivingCall[]): Decision {
    const follow = (calls: readonly OpenCall[], isLeftAlone?: (site: CallSite) => boolean): Work => {
      this.#flow.follow(
        [...calls, ...receiving].map(({ owner }) => owner),
        isLeftAlone,
      );
      return this.#work(
        calls.filter((one) => this.#verdictOf(one).kind === 'fixable').map(acceptedCall),
        this.#flow.handsOn(),
      );
    };
    const isLeftAlone = (site: CallSite): boolean => this.#suppressor.keepsFrom(site);
    const all = follow(open);
    const wanted = open.filter((one) => this.#settle(one.found, this.#verdictOf(one)).kind !== 'suppressed');
    const left = all.handsOn.filter(({ owner: { file }, call }) => isLeftAlone({ file, call }));
    const isAllWanted = wanted.length === open.length && left.length === 0;
    const { work, handsOn } = isAllWanted ? all : follow(wanted, isLeftAlone);
    for (const one of wanted) {
      const would = this.#verdicts.get(one.found);
      if (would?.kind === 'fixable' && this.#verdictOf(one).kind === 'refused')
        this.#verdicts.set(one.found, { kind: 'suppressed', would });
    }
    for (const { found, owner } of receiving) {
      const isMissedIn = (some: readonly HandOn[]): boolean => isMissedBy(owner, some, this.#flow);
      const would = { kind: 'fixable', partial: false } as const;
      if (isMissedIn(handsOn)) this.#verdicts.set(found, would);
      else if (isMissedIn(left)) this.#verdicts.set(found, { kind: 'suppressed', would });
    }
    return { work, mayHandOn: groupBy(all.handsOn, ({ helper }) => helper.fn.node), isLeftAlone };
  }

  /** What every function has to do; a helper that has read a session by itself is not handed another one. */
  #work(accepted: readonly AcceptedCall[], handsOn: readonly HandOn[]): Work {
    const originOf = (file: SourceFile): SessionOrigin => this.#originOf(file);
    const taken = takenHandOns(accepted, handsOn, this.#flow, originOf);
    return { work: functionRewrites(accepted, taken, this.#flow, originOf), handsOn: taken };
  }

  #judgeFile(file: SourceFile): JudgedCalls {
    this.#suppressor.commentsOf(file);
    const found = this.#findCalls(file);
    this.#found.set(file, found);
    const open: OpenCall[] = [];
    const receiving: ReceivingCall[] = [];
    const handedOn: HandedOnCall[] = [];
    for (const one of found) {
      const judged = this.#judge(one);
      if (!('kind' in judged)) {
        open.push(judged);
        continue;
      }
      this.#settle(one, judged);
      if (judged.kind !== 'forwarded') continue;
      const owner = this.#ownerOf(one);
      if (owner.kind !== 'helper') continue;
      const ids = idsTakenBy(one.call, one.method, owner);
      if (ids.length > 0) handedOn.push({ found: one, owner, ids });
      // A helper that forwards what it is given has work for those of its callers that give it nothing.
      if (this.#flow.helperOf(owner).existing) receiving.push({ found: one, owner });
    }
    return { open, receiving, handedOn };
  }

  /** The calls of helpers that leave out the ids which these take; none is forwarded where all that could give them do. */
  #findLeftOut(open: readonly OpenCall[], handedOn: readonly HandedOnCall[]): void {
    const ofHelpers = new Map<t.Node, readonly WithheldSession[]>();
    for (const { found, owner } of open) {
      const slot = owner.kind === 'helper' ? this.#flow.helperOf(owner).existing : undefined;
      if (owner.kind !== 'helper' || !slot || this.#verdicts.get(found)?.kind !== 'fixable') continue;
      const { fn } = owner;
      const known =
        ofHelpers.get(fn.node) ?? leftOutFor(owner, idsInSlot(fn, slot), this.#flow).calls.map(withoutSite);
      ofHelpers.set(fn.node, known);
      this.#leftOut.set(found, known);
    }
    for (const { found, owner, ids } of handedOn) {
      const { calls, isGiven } = leftOutFor(owner, ids, this.#flow);
      this.#leftOut.set(found, calls.map(withoutSite));
      if (isGiven || this.#verdicts.get(found)?.kind !== 'forwarded') continue;
      const counted = calls.filter(
        ({ site: { file, call } }) =>
          !this.#suppressor.covers('session-refused', file, call.node, call.node.callee),
      );
      const places = counted.map(({ path, start, end }) => ({ path, start, end }));
      if (counted.length > 0) this.#settle(found, { kind: 'refused', reason: 'session-left-out', places });
    }
  }

  /** What becomes of a call that may be completed, with what is being followed now. */
  #verdictOf({ owner, partial }: OpenCall): UnsuppressedVerdict {
    const obstacle = this.#flow.obstacleOf(owner);
    return obstacle ? { kind: 'refused', ...obstacle } : { kind: 'fixable', partial };
  }

  /** Gives a call its verdict, unless that is suppressed where the call stands. */
  #settle(found: FoundCall, would: UnsuppressedVerdict): Verdict {
    const { file, call, callee } = found;
    const rule = ruleOf(would);
    const isSuppressed = rule !== undefined && this.#suppressor.covers(rule, file, call.node, callee);
    const verdict: Verdict = isSuppressed ? { kind: 'suppressed', would } : would;
    if (isSuppressed) this.#suppressedHere.add(found);
    this.#verdicts.set(found, verdict);
    return verdict;
  }

  #findCalls(file: SourceFile): FoundCall[] {
    const found: FoundCall[] = [];
    const visit = (call: CallPath): void => {
      const method = this.#clients.methodOf(call, file.path);
      if (!method || !isSessionMethod(method.name)) return;
      found.push({ file, call, method: method.name, callee: method.node, detached: method.detached });
    };
    for (const call of callsOf(file)) visit(call);
    return found;
  }

  /** The verdict that a call has by itself, or the call as work that its owner has to be able to do. */
  #judge(found: FoundCall): UnsuppressedVerdict | OpenCall {
    const refused = (reason: ReasonId): UnsuppressedVerdict => ({
      kind: 'refused',
      reason,
      places: [],
    });
    const owner = this.#ownerOf(found);
    const ownerFn = owner.kind === 'none' ? undefined : functionOf(owner);
    const origin = this.#originOf(found.file);
    const { distinctId, host } = this.#context;
    const callers = () => (owner.kind === 'helper' ? this.#flow.helperOf(owner).callers : []);
    const holders = new IdHolders(
      found.file,
      host,
      (value) => givenIds(value, found.file, host, callers)?.keys ?? [],
    );
    const heldIn = (value: NodePath) => holders.idsIn(value);
    const state = argumentState(found.call, found.method, origin, ownerFn, distinctId, heldIn);
    if (state.kind === 'forwarded') return { kind: 'forwarded' };
    if (found.detached) return refused('detached-method');
    if (owner.kind === 'none') return refused(owner.reason);
    if (state.kind === 'refused') return refused(state.reason);
    const queued = ownerFn && queuedFor(found.call, ownerFn, found.file, host);
    if (queued) return isQueuedWithIds(queued, origin) ? { kind: 'forwarded' } : refused('queued-event');
    if (owner.kind === 'helper' && handsOnWhole(found.call) && this.#flow.isSentWithQueuedIds(owner))
      return { kind: 'forwarded' };
    if (!isOfAnotherPackage(found.file.path) && !this.#context.reader) return refused('reader-out-of-reach');
    const lacking = lackingMessage(found.call, found.method, found.file, this.#context.host);
    if (lacking && !this.#flow.isEditable(lacking.file)) return refused('client-declared-type');
    const mayBeGiven = state.targets.some((target) => target.kind !== 'positions' && target.held);
    if (mayBeGiven && owner.kind === 'helper' && this.#flow.helperOf(owner).isGivenIds)
      return { kind: 'forwarded' };
    const takenBack = takenBackAt(this.#context, found.file.path, found.call.node);
    if (takenBack) return { kind: 'refused', reason: 'type-check-failed', places: takenBack.places };
    return { found, owner, targets: state.targets, partial: state.partial, lacking };
  }

  #ownerOf({ file, call }: FoundCall) {
    return this.#flow.ownersOf(file).ownerOf(call);
  }

  #originOf(file: SourceFile): SessionOrigin {
    const isScope = (fn: t.Node): boolean => this.#flow.ownersOf(file).isScope(fn);
    const known = this.#origins.get(file) ?? new SessionOrigin(this.#context, file, isScope);
    this.#origins.set(file, known);
    return known;
  }

  #byFile(analysed: readonly SourceFile[], decision: Decision): FileAnalysis[] {
    const { work } = decision;
    const declarations = declarationsOf(work, this.#flow);
    const files = new Set([...analysed, ...work.map(({ file }) => file), ...declarations.keys()]);
    const judged = new Set(analysed);
    return [...files].map((file) => {
      return {
        file,
        calls: (this.#found.get(file) ?? []).flatMap((one) => {
          const verdict = this.#verdicts.get(one);
          return verdict ? [this.#signalCall(one, verdict, decision)] : [];
        }),
        rewrites: work.filter((one) => one.file === file).map(({ rewrite }) => rewrite),
        declarations: declarations.get(file) ?? [],
        syncHeaders: judged.has(file) ? this.#syncHeaders(file) : [],
        suppressions: this.#suppressor.commentsOf(file),
      };
    });
  }

  #syncHeaders(file: SourceFile): SyncHeadersCall[] {
    const found = findSyncHeaders(file, this.#context, this.#originOf(file), ({ node }) =>
      this.#suppressor.covers('sync-headers', file, node, node),
    );
    return found.map((one) =>
      takenBackAt(this.#context, file.path, one.call.node) ? { ...one, fixable: false } : one,
    );
  }

  #signalCall(found: FoundCall, verdict: Verdict, decision: Decision): SignalCall {
    const { work } = decision;
    const owner = this.#ownerOf(found);
    const { kind } = withoutSuppression(verdict);
    const helper = owner.kind === 'helper' && !this.#suppressedHere.has(found) ? owner : undefined;
    const ids = { host: this.#context.host, originOf: (file: SourceFile) => this.#originOf(file) };
    const named = namedByCall(found.call, found.method, found.file, ids);
    const own = work.find(({ rewrite }) => rewrite.calls.some(({ call }) => call === found.call));
    return {
      path: found.file.path,
      method: found.method,
      span: spanOf(found.call.node),
      callee: spanOf(found.callee),
      verdict,
      scope: owner.kind === 'scope' ? scopeOf(owner) : undefined,
      placeholder: named?.placeholder,
      givenPlaceholders:
        named && owner.kind !== 'none' && isCalledByOthers(owner)
          ? givenPlaceholders(owner, named.parameters, this.#flow, ids)
          : [],
      request: own && requestLabel(own.rewrite),
      lostAt: helper && kind === 'fixable' ? lostOnTheWay(helper, decision, this.#flow) : [],
      withheldAt: [
        ...(helper && this.#isGivenSession(kind, helper) ? withheldOnTheWay(helper, this.#flow) : []),
        ...(helper ? (this.#leftOut.get(found) ?? []) : []),
      ],
    };
  }

  /** Whether a call forwards a session, or will, that the callers of its function hand on. */
  #isGivenSession(kind: UnsuppressedVerdict['kind'], helper: HelperOwner): boolean {
    return kind === 'fixable' || (kind === 'forwarded' && this.#flow.helperOf(helper).existing !== undefined);
  }
}

/** Whether nothing outside of its file is looked at for a scope, or has to change for it. */
function isOfItsFile({ kind, mountedBy }: RequestScope): boolean {
  return kind !== 'request-helper' && kind !== 'trpc-procedure' && mountedBy === undefined;
}

/** Whether a Signal call sends what its function is given, as it is or with more beside it. */
function handsOnWhole(call: CallPath): boolean {
  const [argument] = argumentsOf(call);
  const whole = argument && wholeValueIn(argument);
  return whole?.scope.getBinding(whole.node.name)?.kind === 'param';
}

/** The rule that a verdict breaks at the call itself. */
function ruleOf(verdict: UnsuppressedVerdict): RewriteRule | undefined {
  switch (verdict.kind) {
    case 'forwarded':
      return undefined;
    case 'fixable':
      return verdict.partial ? 'session-partly-forwarded' : 'session-not-forwarded';
    case 'refused':
      return 'session-refused';
  }
}

function acceptedCall({ found: { call, method }, owner, targets, lacking }: OpenCall): AcceptedCall {
  return { owner, rewrite: { call, method, targets, lacking } };
}

/** What types have to know of the slots that helpers get, by the file they stand in; each once. */
function declarationsOf(
  work: readonly FunctionWork[],
  flow: SessionFlow,
): ReadonlyMap<SourceFile, DeclarationRewrite[]> {
  const found = new Map<SourceFile, DeclarationRewrite[]>();
  const add = (file: SourceFile, one: DeclarationRewrite): void => {
    const known = found.get(file) ?? [];
    const nodeOf = (each: DeclarationRewrite): t.Node =>
      each.kind === 'signature' ? each.node.node : each.node;
    if (!known.some((other) => nodeOf(other) === nodeOf(one))) known.push(one);
    found.set(file, known);
  };
  for (const { owner, rewrite } of work) {
    for (const { lacking } of rewrite.calls)
      if (lacking) add(lacking.file, { kind: 'message', node: lacking.node, keys: lacking.keys });
    if (owner.kind !== 'helper' || rewrite.how.kind !== 'receive') continue;
    for (const { file, node } of flow.helperOf(owner).signatures) add(file, { kind: 'signature', node });
    const { slot } = rewrite.how;
    if (slot.kind === 'key' && slot.type)
      add(slot.type.file, { kind: 'member', node: slot.type.node, key: slot.key });
  }
  return found;
}
