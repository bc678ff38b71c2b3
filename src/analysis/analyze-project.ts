import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import type { SignalClients } from './clients.js';
import { lackingMessage } from './declared-messages.js';
import { type CallPath, spanOf } from './expressions.js';
import { functionName } from './function-name.js';
import { type AcceptedCall, type FunctionWork, functionRewrites } from './function-rewrites.js';
import type {
  AnalysisContext,
  ArgumentTarget,
  DeclarationRewrite,
  FileAnalysis,
  LackingMessage,
  LostSession,
  SignalCall,
  SyncHeadersCall,
  Verdict,
} from './model.js';
import { type FunctionOwner, functionOf } from './owners.js';
import { placeholderIdOf } from './placeholder-ids.js';
import { programOf } from './program.js';
import { headOf, requestLabel } from './request-label.js';
import { isTestFile } from './route-files.js';
import { argumentState } from './session-arguments.js';
import { type HandOn, SessionFlow } from './session-flow.js';
import { SessionOrigin } from './session-origin.js';
import { isSessionMethod, type SessionMethod } from './signal-methods.js';
import { readSuppressions, type Suppressions } from './suppressions.js';
import { findSyncHeaders } from './sync-headers.js';
import { takenBackAt } from './taken-back.js';

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
  readonly owner: Extract<FunctionOwner, { kind: 'helper' }>;
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

class ProjectAnalyzer {
  readonly #context: AnalysisContext;
  readonly #clients: SignalClients;
  readonly #flow: SessionFlow;
  readonly #found = new Map<SourceFile, readonly FoundCall[]>();
  readonly #origins = new Map<SourceFile, SessionOrigin>();
  readonly #suppressions = new Map<SourceFile, Suppressions>();
  readonly #verdicts = new Map<FoundCall, Verdict>();

  constructor(context: AnalysisContext, clients: SignalClients) {
    this.#context = context;
    this.#clients = clients;
    this.#flow = new SessionFlow(context, (file) => (this.#found.get(file) ?? []).map(({ call }) => call));
  }

  run(files: readonly SourceFile[]): ProjectAnalysis {
    const open: OpenCall[] = [];
    const receiving: ReceivingCall[] = [];
    const defects: { path: string; message: string }[] = [];
    const analysed: SourceFile[] = [];
    for (const file of files) {
      try {
        const judged = this.#judgeFile(file);
        open.push(...judged.open);
        receiving.push(...judged.receiving);
        analysed.push(file);
      } catch (error) {
        defects.push({ path: file.path, message: error instanceof Error ? error.message : String(error) });
      }
    }
    this.#flow.follow([...open, ...receiving].map(({ owner }) => owner));
    const accepted = open.flatMap((one) => this.#accept(one));
    const { work, handsOn } = this.#work(accepted, this.#flow.handsOn());
    for (const { found, owner } of receiving) {
      const isMissed = handsOn.some(({ helper }) => helper.fn.node === owner.fn.node);
      if (isMissed) this.#verdicts.set(found, { kind: 'fixable', partial: false });
    }
    return { analyses: this.#byFile(analysed, work, handsOn), defects };
  }

  /** What every function has to do; a helper that has read a session by itself is not handed another one. */
  #work(
    accepted: readonly AcceptedCall[],
    handsOn: readonly HandOn[],
  ): { work: readonly FunctionWork[]; handsOn: readonly HandOn[] } {
    const work = functionRewrites(accepted, handsOn, this.#flow, (file) => this.#originOf(file));
    const taking = new Set(
      work.flatMap(({ rewrite }) => (rewrite.how.kind === 'receive' ? [rewrite.fn.node as t.Node] : [])),
    );
    const wanted = handsOn.filter(({ helper }) => helper.existing || taking.has(helper.fn.node));
    return wanted.length === handsOn.length ? { work, handsOn } : this.#work(accepted, wanted);
  }

  #judgeFile(file: SourceFile): { open: OpenCall[]; receiving: ReceivingCall[] } {
    const suppressions = readSuppressions(file);
    this.#suppressions.set(file, suppressions);
    const found = this.#findCalls(file);
    this.#found.set(file, found);
    const open: OpenCall[] = [];
    const receiving: ReceivingCall[] = [];
    for (const one of found) {
      const comment = suppressions.byLine.get(one.call.node.loc?.start.line ?? 0);
      const judged: Verdict | OpenCall =
        comment === undefined ? this.#judge(one) : { kind: 'suppressed', comment };
      if (!('kind' in judged)) {
        open.push(judged);
        continue;
      }
      this.#verdicts.set(one, judged);
      if (judged.kind !== 'forwarded') continue;
      const owner = this.#ownerOf(one);
      // A helper that forwards what it is given has work for those of its callers that give it nothing.
      if (owner.kind === 'helper' && this.#flow.helperOf(owner).existing)
        receiving.push({ found: one, owner });
    }
    return { open, receiving };
  }

  #accept({ found, owner, targets, partial, lacking }: OpenCall): AcceptedCall[] {
    const obstacle = this.#flow.obstacleOf(owner);
    this.#verdicts.set(found, obstacle ? { kind: 'refused', ...obstacle } : { kind: 'fixable', partial });
    const { call, method } = found;
    return obstacle ? [] : [{ owner, rewrite: { call, method, targets, lacking } }];
  }

  #findCalls(file: SourceFile): FoundCall[] {
    const found: FoundCall[] = [];
    const visit = (call: CallPath): void => {
      const method = this.#clients.methodOf(call, file.path);
      if (!method || !isSessionMethod(method.name)) return;
      found.push({ file, call, method: method.name, callee: method.node, detached: method.detached });
    };
    programOf(file).traverse({ CallExpression: visit, OptionalCallExpression: visit });
    return found;
  }

  /** The verdict that a call has by itself, or the call as work that its owner has to be able to do. */
  #judge(found: FoundCall): Verdict | OpenCall {
    const refused = (reason: Extract<Verdict, { kind: 'refused' }>['reason']): Verdict => ({
      kind: 'refused',
      reason,
      places: [],
    });
    const owner = this.#ownerOf(found);
    const ownerFn = owner.kind === 'none' ? undefined : functionOf(owner);
    const origin = this.#originOf(found.file);
    const state = argumentState(found.call, found.method, origin, ownerFn, this.#context.distinctId);
    if (state.kind === 'forwarded') return { kind: 'forwarded' };
    if (found.detached) return refused('detached-method');
    if (owner.kind === 'none') return refused(owner.reason);
    if (state.kind === 'refused') return refused(state.reason);
    if (!this.#context.reader) return refused('reader-out-of-reach');
    const lacking = lackingMessage(found.call, found.method, found.file, this.#context.host);
    if (lacking && !this.#flow.isEditable(lacking.file)) return refused('client-declared-type');
    const takenBack = takenBackAt(this.#context, found.file.path, found.call.node);
    if (takenBack) return { kind: 'refused', reason: 'type-check-failed', places: takenBack.places };
    return { found, owner, targets: state.targets, partial: state.partial, lacking };
  }

  #ownerOf({ file, call }: FoundCall) {
    return this.#flow.ownersOf(file).ownerOf(call);
  }

  #originOf(file: SourceFile): SessionOrigin {
    const isScope = (fn: t.Node): boolean => this.#flow.ownersOf(file).isScope(fn);
    const known = this.#origins.get(file) ?? new SessionOrigin(this.#context, file.path, isScope);
    this.#origins.set(file, known);
    return known;
  }

  #byFile(
    analysed: readonly SourceFile[],
    work: readonly FunctionWork[],
    handsOn: readonly HandOn[],
  ): FileAnalysis[] {
    const declarations = declarationsOf(work, this.#flow);
    const files = new Set([...analysed, ...work.map(({ file }) => file), ...declarations.keys()]);
    return [...files].map((file) => {
      const suppressions = this.#suppressions.get(file);
      return {
        file,
        calls: (this.#found.get(file) ?? []).flatMap((one) => {
          const verdict = this.#verdicts.get(one);
          return verdict ? [this.#signalCall(one, verdict, work, handsOn)] : [];
        }),
        rewrites: work.filter((one) => one.file === file).map(({ rewrite }) => rewrite),
        declarations: declarations.get(file) ?? [],
        syncHeaders: suppressions ? this.#syncHeaders(file) : [],
        unreasonedSuppressions: suppressions?.unreasoned ?? [],
      };
    });
  }

  #syncHeaders(file: SourceFile): SyncHeadersCall[] {
    return findSyncHeaders(file, this.#context.nextMajor).map((one) =>
      takenBackAt(this.#context, file.path, one.call.node) ? { ...one, fixable: false } : one,
    );
  }

  #signalCall(
    found: FoundCall,
    verdict: Verdict,
    work: readonly FunctionWork[],
    handsOn: readonly HandOn[],
  ): SignalCall {
    const owner = this.#ownerOf(found);
    const own = work.find(({ rewrite }) => rewrite.calls.some(({ call }) => call === found.call));
    return {
      path: found.file.path,
      method: found.method,
      span: spanOf(found.call.node),
      callee: spanOf(found.callee),
      verdict,
      scope: owner.kind === 'scope' ? scopeOf(owner) : undefined,
      placeholder: placeholderIdOf(
        found.call,
        found.method,
        found.file.path,
        this.#context.host,
        this.#originOf(found.file),
      ),
      request: own && requestLabel(own.rewrite),
      lostAt:
        verdict.kind === 'fixable' && owner.kind === 'helper' ? lostOnTheWay(owner.fn.node, handsOn) : [],
    };
  }
}

function scopeOf({ scope }: Extract<FunctionOwner, { kind: 'scope' }>): SignalCall['scope'] {
  return { kind: scope.kind, name: scope.name, span: headOf(scope.fn) };
}

/** The calls in request scopes from which the session would come to `helper`, through any number of others. */
function lostOnTheWay(helper: t.Node, handsOn: readonly HandOn[]): LostSession[] {
  const lost: LostSession[] = [];
  const seen = new Set<t.Node>();
  const queue = [helper];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const one of handsOn) {
      if (one.helper.fn.node !== node) continue;
      if (one.owner.kind === 'helper') queue.push(one.owner.fn.node);
      else
        lost.push({
          path: one.owner.file.path,
          ...spanOf(one.call.node.callee),
          helper: functionName(one.helper.fn),
          scope: scopeOf(one.owner),
        });
    }
  }
  return lost;
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
