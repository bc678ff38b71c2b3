import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { isWrapper } from '../source/wrappers.js';
import { isCached } from './cached-functions.js';
import { followLocal, moduleExports } from './exports.js';
import { bindingOf, enclosingFunctions, isPartOf } from './expressions.js';
import { functionName } from './function-name.js';
import { type CallSite, type FunctionUses, usesOf } from './function-uses.js';
import { awaitedHeaders } from './headers-source.js';
import type { AnalysisContext, RequestScope } from './model.js';
import type { ModuleHost } from './module-host.js';
import { hasDirective, programOf } from './program.js';
import type { ReasonId } from './reasons.js';
import { requestParameterOf } from './request-parameter.js';
import { findRequestScopes, type RequestScopes } from './request-scopes.js';
import { type RouteRole, routeRole } from './route-files.js';
import { laterReason } from './runs-later.js';
import { handlersIn } from './scopes/handlers.js';
import { existingSlot } from './session-slot.js';

/** Who is responsible for the session of a piece of code. */
export type Owner = FunctionOwner | { readonly kind: 'none'; readonly reason: ReasonId };

export type FunctionOwner =
  | { readonly kind: 'scope'; readonly scope: RequestScope; readonly file: SourceFile }
  | { readonly kind: 'helper'; readonly fn: NodePath<t.Function>; readonly file: SourceFile };

export type ScopeOwner = Extract<FunctionOwner, { kind: 'scope' }>;
export type HelperOwner = Extract<FunctionOwner, { kind: 'helper' }>;

/** The function that reads or receives the session on behalf of an owner. */
export function functionOf(owner: FunctionOwner): NodePath<t.Function> {
  return owner.kind === 'scope' ? owner.scope.fn : owner.fn;
}

/** Whether callers decide in whose requests a function runs; the other request scopes Next.js calls itself. */
export function isCalledByOthers(owner: FunctionOwner): boolean {
  return owner.kind === 'helper' || owner.scope.kind === 'request-helper';
}

/** Tells for every place of one file which function of it would come by the session. */
export class Owners {
  readonly #file: SourceFile;
  readonly #host: ModuleHost;
  readonly #role: RouteRole;
  readonly #scopes: RequestScopes;
  readonly #owners = new Map<t.Node, Owner>();
  readonly #uses = new Map<t.Node, FunctionUses>();
  readonly #requestHelpers = new Map<t.Node, RequestScope>();

  constructor(file: SourceFile, context: AnalysisContext) {
    this.#file = file;
    this.#host = context.host;
    this.#role = routeRole(file.path, context.layout);
    this.#scopes = findRequestScopes(file, this.#role, context);
  }

  isScope(fn: t.Node): boolean {
    return this.#scopes.has(fn);
  }

  /** The nearest request scope around `path`, else the function that stands for itself, else why there is no request. */
  ownerOf(path: NodePath): Owner {
    const owner = this.#owners.get(path.node) ?? this.#decide(path);
    this.#owners.set(path.node, owner);
    return owner;
  }

  #decide(path: NodePath): Owner {
    const none = (reason: ReasonId): Owner => ({ kind: 'none', reason });
    if (hasDirective(this.#file, 'use client')) return none('client-component');
    const functions = enclosingFunctions(path);
    for (const fn of functions) {
      if (isCached(fn, this.#file)) return none('cached-function');
      const scope = this.#scopes.get(fn.node);
      if (scope) return { kind: 'scope', scope, file: this.#file };
      const later = laterReason(fn);
      if (later !== undefined) return this.#serviceAround(functions) ?? none(later);
    }
    const outermost = functions.at(-1);
    if (!outermost) return none('module-scope');
    const reason = this.#conventionOf(outermost);
    if (reason !== undefined) return none(reason);
    const fn =
      functions.find((one) => (standsAlone(one) && !this.#isForLibrary(one)) || this.#isOfItsType(one)) ??
      outermost;
    const scope = this.#requestHelper(fn, path);
    return scope ? { kind: 'scope', scope, file: this.#file } : { kind: 'helper', fn, file: this.#file };
  }

  /**
   * Whether a function is part of what the function around it makes for a library and nobody else calls, as the tools of
   * an agent: `{ search: { execute } }`. Like a callback that stands in a call of the library it closes over the session.
   */
  #isForLibrary(fn: NodePath<t.Function>): boolean {
    if (!fn.getFunctionParent() || !isInObject(fn)) return false;
    return isOnlyHandedOver(this.#usesOf(fn));
  }

  /**
   * Whether callers reach a function of an object, which the function around it gives to others of the project, by a type
   * that says what it takes, and it calls what is of that type itself, or the function around it has no request because
   * it makes the object as the module loads: `withLogging(inner) { return logged({ run: (id) => inner.run(id) }); }`.
   */
  #isOfItsType(fn: NodePath<t.Function>): boolean {
    const around = fn.getFunctionParent();
    if (!around || !isInObject(fn)) return false;
    const { signatures, sites } = this.#usesOf(fn);
    if (signatures.length === 0 || sites.length === 0) return false;
    const isOwn = ({ file, call }: CallSite): boolean => file === this.#file && isPartOf(call.node, fn.node);
    return sites.some(isOwn) || isCalledAtLoad(this.#usesOf(around));
  }

  #usesOf(fn: NodePath<t.Function>): FunctionUses {
    const known = this.#uses.get(fn.node) ?? usesOf(fn, this.#file, this.#host);
    this.#uses.set(fn.node, known);
    return known;
  }

  /** Whatever a service's own callback sets up, the service calls. */
  #serviceAround(functions: readonly NodePath<t.Function>[]): Owner | undefined {
    const scopes = functions.flatMap((fn) => this.#scopes.get(fn.node) ?? []);
    const scope = scopes.find(({ kind, carrier }) => kind === 'service-callback' && carrier?.kind === 'none');
    return scope && { kind: 'scope', scope, file: this.#file };
  }

  /** A function that has the request, or its headers, reads the session itself, wherever it is called from. */
  #requestHelper(fn: NodePath<t.Function>, at: NodePath): RequestScope | undefined {
    if (!requestParameterOf(fn) && !this.#hasHeaders(fn, at)) return undefined;
    const known = this.#requestHelpers.get(fn.node);
    if (known) return known;
    const scope: RequestScope = {
      kind: 'request-helper',
      name: functionName(fn),
      fn,
      wrapped: true,
      methods: [],
    };
    this.#requestHelpers.set(fn.node, scope);
    return scope;
  }

  /** Whether the function awaits `headers()` before `at`, and is not handed a session that others have read. */
  #hasHeaders(fn: NodePath<t.Function>, at: NodePath): boolean {
    return awaitedHeaders(fn, at.node.start ?? 0) !== undefined && !existingSlot(fn, this.#file, this.#host);
  }

  /** What Next.js itself calls, other than a request scope: by convention such a function is not a helper. */
  #conventionOf(fn: NodePath<t.Function>): ReasonId | undefined {
    for (const one of moduleExports(programOf(this.#file))) {
      if (one.kind !== 'value') continue;
      const isStatic = ['getStaticProps', 'getStaticPaths', 'generateStaticParams'].includes(one.name);
      if (isStatic && handlersIn(one.value).some((handler) => isPartOf(handler.fn.node, fn.node)))
        return 'static-generation';
      if (followLocal(one.value).node !== fn.node) continue;
      if (this.#role.kind === 'instrumentation' && one.name === 'register') return 'server-start';
      if (this.#role.kind === 'app-component') return 'server-component';
      if (this.#role.kind === 'metadata') return METADATA_EXPORTS[one.name];
      if (this.#role.kind === 'pages-page' && one.name === 'default') return 'client-component';
    }
    const name = functionName(fn);
    return /\.[jt]sx$/.test(this.#file.path) && /^[A-Z]/.test(name) ? 'server-component' : undefined;
  }
}

/** What Next.js calls of a `sitemap`, an `icon` and the like. */
const METADATA_EXPORTS: Readonly<Record<string, ReasonId>> = {
  default: 'static-route',
  generateSitemaps: 'static-generation',
  generateImageMetadata: 'static-generation',
};

/**
 * Whether callers reach `fn` itself and not the function around it: a method of a class, a function that another one
 * returns, by itself or in an object, or an inner function that such ones share.
 */
function standsAlone(fn: NodePath<t.Function>): boolean {
  return isGivenAway(fn) || isSharedByOthers(fn);
}

/** Whether a named inner function is called by functions that stand alone, and so on behalf of many callers. */
function isSharedByOthers(fn: NodePath<t.Function>): boolean {
  const around = fn.getFunctionParent();
  const binding = around ? bindingOf(fn) : undefined;
  if (!binding) return false;
  return binding.referencePaths.some((reference) => {
    const between = enclosingFunctions(reference);
    const outside = between.findIndex(({ node }) => node === around?.node);
    return between.slice(0, outside).some((one) => one.node !== fn.node && isGivenAway(one));
  });
}

function isOnlyHandedOver({ sites, escapes, handedOver, isComplete }: FunctionUses): boolean {
  return (
    isComplete &&
    sites.length === 0 &&
    escapes.length === 0 &&
    handedOver.some(({ when }) => when === 'called') &&
    !handedOver.some(({ when }) => when === 'later')
  );
}

function isCalledAtLoad({ sites }: FunctionUses): boolean {
  return sites.length > 0 && sites.every(({ call }) => call.getFunctionParent() === null);
}

function isInObject({ node, parentPath }: NodePath<t.Function>): boolean {
  return node.type === 'ObjectMethod' || parentPath?.isObjectProperty() === true;
}

function isGivenAway(fn: NodePath<t.Function>): boolean {
  if (fn.isClassMethod() || fn.isClassPrivateMethod()) return true;
  let value: NodePath = fn;
  for (let parent: NodePath | null = fn.parentPath; parent; parent = parent.parentPath) {
    if (parent.isClassProperty() || parent.isClassPrivateProperty() || parent.isReturnStatement())
      return true;
    if (parent.isArrowFunctionExpression()) return value.key === 'body';
    const isPassing =
      parent.isObjectExpression() ||
      (parent.isObjectProperty() && value.key === 'value') ||
      isWrapper(parent.node);
    if (!isPassing) return false;
    value = parent;
  }
  return false;
}
