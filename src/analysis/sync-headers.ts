import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { isWrapper } from '../source/wrappers.js';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  callsOf,
  originalName,
  parameterPosition,
  unwrap,
} from './expressions.js';
import { isHeadersCall } from './headers-source.js';
import type { AnalysisContext, SyncHeadersCall } from './model.js';
import { callsOf as callsIn } from './program.js';
import { projectText } from './project-text.js';
import { resolved } from './project-values.js';
import { readsAtOnce } from './reads-at-once.js';
import type { SessionOrigin } from './session-origin.js';
import { SESSION_KEYS } from './signal-methods.js';

/**
 * `headers()` read without `await` for the sake of the session, as the documentation's sample does: a type error in
 * Next 15, and in 16 a run-time error or a promise that no session is in. Other uses of `headers()` are none of our
 * business.
 */
export function findSyncHeaders(
  file: SourceFile,
  context: AnalysisContext,
  origin: SessionOrigin,
  isSuppressed: (call: NodePath<t.CallExpression>) => boolean,
): SyncHeadersCall[] {
  if (context.nextMajor < 15 || !file.text.includes('next/headers')) return [];
  const readings = new Readings(file, context, origin);
  return callsIn(file).flatMap((call) =>
    call.isCallExpression() && isHeadersCall(call) && readings.isRead(call)
      ? [{ call, fixable: canAwait(call), suppressed: isSuppressed(call) }]
      : [],
  );
}

/** Whether `await` may stand before the call, and nothing takes it for the promise that it is. */
function canAwait(call: NodePath): boolean {
  const fn = call.getFunctionParent();
  if (!fn?.node.async || !call.isDescendant(fn.get('body') as NodePath)) return false;
  return !usesOf(outermost(call)).some((use) => /^(?:then|catch|finally)$/.test(memberTaken(use) ?? ''));
}

/** What a promise of headers is read as. */
class Readings {
  readonly #file: SourceFile;
  readonly #context: AnalysisContext;
  readonly #origin: SessionOrigin;

  constructor(file: SourceFile, context: AnalysisContext, origin: SessionOrigin) {
    this.#file = file;
    this.#context = context;
    this.#origin = origin;
  }

  /** Whether a session header is read off the promise itself: here, through a variable, or by a function that is given it. */
  isRead(promise: NodePath): boolean {
    return usesOf(outermost(promise)).some((use) => this.#isReadBy(use));
  }

  #isReadBy(use: NodePath): boolean {
    const around = use.parentPath;
    if (!around) return false;
    if (memberTaken(use) === 'get') {
      const call = around.parentPath && asCall(around.parentPath);
      const [name] = call && around.key === 'callee' ? argumentsOf(call) : [];
      return name !== undefined && this.#isSessionHeader(name);
    }
    if (use.listKey !== 'arguments') return false;
    if (around.isNewExpression())
      return around.get('callee').isIdentifier({ name: 'Headers' }) && this.isRead(around);
    const call = asCall(around);
    return call !== undefined && this.#isReader(call, Number(use.key));
  }

  /** `get = (name) => headers().get(name)` reads what the calls of it name. */
  #isSessionHeader(name: NodePath): boolean {
    const text = projectText(name, this.#file, this.#context.host)?.text;
    if (text !== undefined) return /^x-signal-/i.test(text);
    const value = unwrap(name);
    const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
    const fn = binding?.scope.path;
    const position = binding && fn?.isFunction() ? parameterPosition(binding, fn) : undefined;
    if (position === undefined || !fn?.isFunction()) return false;
    return callsOf(fn).some((call) => {
      const given = argumentsOf(call)[position];
      const constant = given && projectText(given, this.#file, this.#context.host);
      return constant !== undefined && /^x-signal-/i.test(constant.text);
    });
  }

  /** Whether a call hands its argument at `position` to what reads the session off it, and does not wait for it first. */
  #isReader(call: CallPath, position: number): boolean {
    const callee = unwrap(calleeOf(call));
    const name = callee.isIdentifier() ? originalName(callee.node.name, callee) : asMember(callee)?.name;
    const { host, reader } = this.#context;
    const found = resolved(callee, this.#file, host);
    const fn = found && unwrap(found.value);
    const isKnown = name === 'getSessionInfo' || (name !== undefined && name === reader?.exportName);
    if (!found || !fn?.isFunction()) return isKnown;
    const isOfModule = reader?.module.kind === 'file' && reader.module.path === found.file.path;
    if (isKnown && isOfModule) return true;
    const isReader = SESSION_KEYS.some((key) => this.#origin.isReader(callee, key));
    return isReader && readsAtOnce(fn, position, found.file, host);
  }
}

/** An expression with the casts and brackets around it. */
function outermost(path: NodePath): NodePath {
  let current = path;
  while (current.parentPath && isWrapper(current.parentPath.node)) current = current.parentPath;
  return current;
}

/** Where a value is used: at its own place, or wherever the variable is read that holds it. */
function usesOf(value: NodePath): NodePath[] {
  const declarator = value.parentPath;
  if (!declarator?.isVariableDeclarator()) return [value];
  const { id } = declarator.node;
  const binding = id.type === 'Identifier' ? declarator.scope.getBinding(id.name) : undefined;
  return (binding?.referencePaths ?? []).map(outermost);
}

/** The member that is taken of a value where it stands. */
function memberTaken(use: NodePath): string | undefined {
  return use.key === 'object' && use.parentPath ? asMember(use.parentPath)?.name : undefined;
}
