import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import type { SignalClients } from './clients.js';
import { sessionParameter } from './existing-session.js';
import { type CallPath, spanOf } from './expressions.js';
import { type AcceptedCall, functionRewrites } from './function-rewrites.js';
import type {
  AnalysisContext,
  ArgumentTarget,
  FileAnalysis,
  FunctionRewrite,
  SignalCall,
  Verdict,
} from './model.js';
import { type FunctionOwner, functionOf, Owners } from './owners.js';
import { programOf } from './program.js';
import { headOf, requestLabel } from './request-label.js';
import { isTestFile } from './route-files.js';
import { argumentState } from './session-arguments.js';
import { SessionFlow } from './session-flow.js';
import { SessionOrigin } from './session-origin.js';
import { isSessionMethod, type SessionMethod } from './signal-methods.js';
import { readSuppressions } from './suppressions.js';
import { findSyncHeaders } from './sync-headers.js';

/** A Signal call as found in the text. */
interface FoundCall {
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
}

/**
 * Finds the Signal calls of one file, decides a verdict for each, and works out what has to be rewritten. Pure: the
 * same text and context give the same answer, and a file that was rewritten accordingly has nothing left to rewrite.
 * A test, a story or a mock has no Signal calls of its own: it is no code that a visitor's request runs.
 */
export function analyzeFile(
  file: SourceFile,
  context: AnalysisContext,
  clients: SignalClients,
): FileAnalysis {
  if (isTestFile(file.path)) {
    return { file, calls: [], rewrites: [], syncHeaders: [], unreasonedSuppressions: [] };
  }
  return new FileAnalyzer(file, context, clients).run();
}

class FileAnalyzer {
  readonly #file: SourceFile;
  readonly #context: AnalysisContext;
  readonly #clients: SignalClients;
  readonly #owners: Owners;
  readonly #origin: SessionOrigin;

  constructor(file: SourceFile, context: AnalysisContext, clients: SignalClients) {
    this.#file = file;
    this.#context = context;
    this.#clients = clients;
    this.#owners = new Owners(file, context.layout, context.host);
    this.#origin = new SessionOrigin(context, file.path, (fn) => this.#owners.isScope(fn));
  }

  run(): FileAnalysis {
    const suppressions = readSuppressions(this.#file);
    const verdicts = new Map<FoundCall, Verdict>();
    const open: OpenCall[] = [];
    const found = this.#findCalls();
    for (const one of found) {
      const comment = suppressions.byLine.get(one.call.node.loc?.start.line ?? 0);
      const judged: Verdict | OpenCall =
        comment === undefined ? this.#judge(one) : { kind: 'suppressed', comment };
      if ('kind' in judged) verdicts.set(one, judged);
      else open.push(judged);
    }
    // A helper that forwards what it is given has work for those of its callers that give it nothing.
    const receiving = found.flatMap((one) => {
      const owner = this.#owners.ownerOf(one.call);
      const isDone = verdicts.get(one)?.kind === 'forwarded';
      return isDone && owner.kind === 'helper' && sessionParameter(owner.fn) ? [{ found: one, owner }] : [];
    });
    const owners = [...open, ...receiving].map(({ owner }) => owner);
    const flow = new SessionFlow(
      this.#file,
      this.#context,
      this.#owners,
      owners,
      found.map(({ call }) => call),
    );
    const accepted: AcceptedCall[] = [];
    for (const { found: one, owner, targets, partial } of open) {
      const reason = flow.refusalOf(owner);
      verdicts.set(one, reason === undefined ? { kind: 'fixable', partial } : { kind: 'refused', reason });
      const { call, method } = one;
      if (reason === undefined) accepted.push({ owner, rewrite: { call, method, targets } });
    }
    const handsOn = flow.handsOn();
    for (const { found: one, owner } of receiving) {
      const isMissed = handsOn.some(({ helper }) => helper.node === owner.fn.node);
      if (isMissed) verdicts.set(one, { kind: 'fixable', partial: false });
    }
    const rewrites = functionRewrites(accepted, flow, this.#origin);
    return {
      file: this.#file,
      calls: found.flatMap((one) => {
        const verdict = verdicts.get(one);
        return verdict ? [this.#signalCall(one, verdict, rewrites)] : [];
      }),
      rewrites,
      syncHeaders: findSyncHeaders(this.#file, this.#context.nextMajor),
      unreasonedSuppressions: suppressions.unreasoned,
    };
  }

  #findCalls(): FoundCall[] {
    const found: FoundCall[] = [];
    const visit = (call: CallPath): void => {
      const method = this.#clients.methodOf(call, this.#file.path);
      if (!method || !isSessionMethod(method.name)) return;
      found.push({ call, method: method.name, callee: method.node, detached: method.detached });
    };
    programOf(this.#file).traverse({ CallExpression: visit, OptionalCallExpression: visit });
    return found;
  }

  /** The verdict that a call has by itself, or the call as work that its owner has to be able to do. */
  #judge(found: FoundCall): Verdict | OpenCall {
    const owner = this.#owners.ownerOf(found.call);
    const ownerFn = owner.kind === 'none' ? undefined : functionOf(owner);
    const state = argumentState(found.call, found.method, this.#origin, ownerFn, this.#context.distinctId);
    if (state.kind === 'forwarded') return { kind: 'forwarded' };
    if (found.detached) return { kind: 'refused', reason: 'detached-method' };
    if (owner.kind === 'none') return { kind: 'refused', reason: owner.reason };
    if (state.kind === 'refused') return { kind: 'refused', reason: state.reason };
    if (!this.#context.reader) return { kind: 'refused', reason: 'reader-out-of-reach' };
    return { found, owner, targets: state.targets, partial: state.partial };
  }

  #signalCall(found: FoundCall, verdict: Verdict, rewrites: readonly FunctionRewrite[]): SignalCall {
    const owner = this.#owners.ownerOf(found.call);
    const rewrite = rewrites.find(({ calls }) => calls.some(({ call }) => call === found.call));
    const scope = owner.kind === 'scope' ? owner.scope : undefined;
    return {
      path: this.#file.path,
      method: found.method,
      span: spanOf(found.call.node),
      callee: spanOf(found.callee),
      verdict,
      scope: scope && { kind: scope.kind, name: scope.name, span: headOf(scope.fn) },
      request: rewrite && requestLabel(rewrite),
    };
  }
}
