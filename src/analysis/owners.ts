import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { isCached } from './cached-functions.js';
import { followLocal, moduleExports } from './exports.js';
import { asMember, enclosingFunctions, keyName } from './expressions.js';
import type { RequestScope } from './model.js';
import type { ModuleHost } from './module-host.js';
import { hasDirective, programOf } from './program.js';
import type { ReasonId } from './reasons.js';
import { findRequestScopes, functionName, type RequestScopes } from './request-scopes.js';
import { type RouteLayout, type RouteRole, routeRole } from './route-files.js';

/** Who is responsible for the session of a piece of code. */
export type Owner = FunctionOwner | { readonly kind: 'none'; readonly reason: ReasonId };

export type FunctionOwner =
  | { readonly kind: 'scope'; readonly scope: RequestScope }
  | { readonly kind: 'helper'; readonly fn: NodePath<t.Function> };

/** The function that reads or receives the session on behalf of an owner. */
export function functionOf(owner: FunctionOwner): NodePath<t.Function> {
  return owner.kind === 'scope' ? owner.scope.fn : owner.fn;
}

/** Tells for every place of one file which function of it would come by the session. */
export class Owners {
  readonly #file: SourceFile;
  readonly #role: RouteRole;
  readonly #scopes: RequestScopes;

  constructor(file: SourceFile, layout: RouteLayout, host: ModuleHost) {
    this.#file = file;
    this.#role = routeRole(file.path, layout);
    this.#scopes = findRequestScopes(file, this.#role, host);
  }

  isScope(fn: t.Node): boolean {
    return this.#scopes.has(fn);
  }

  /** The nearest request scope around `path`, else the outermost function, else why there is no request. */
  ownerOf(path: NodePath): Owner {
    const none = (reason: ReasonId): Owner => ({ kind: 'none', reason });
    if (hasDirective(this.#file, 'use client')) return none('client-component');
    const functions = enclosingFunctions(path);
    for (const fn of functions) {
      if (isCached(fn, this.#file)) return none('cached-function');
      const scope = this.#scopes.get(fn.node);
      if (scope) return { kind: 'scope', scope };
    }
    const outermost = functions.at(-1);
    if (!outermost) return none('module-scope');
    const reason = this.#conventionOf(outermost);
    return reason === undefined ? { kind: 'helper', fn: outermost } : none(reason);
  }

  /** What Next.js itself calls, other than a request scope: by convention such a function is not a helper. */
  #conventionOf(fn: NodePath<t.Function>): ReasonId | undefined {
    if (this.#role.kind === 'proxy' || this.#role.kind === 'instrumentation') return 'unsupported-scope';
    const assigned = fn.parentPath?.isAssignmentExpression()
      ? asMember(fn.parentPath.get('left') as NodePath)
      : undefined;
    const isStatic = (fn.isClassMethod() || fn.isObjectMethod()) && keyName(fn.node) === 'getInitialProps';
    if (assigned?.name === 'getInitialProps' || isStatic) return 'unsupported-scope';
    for (const one of moduleExports(programOf(this.#file))) {
      if (one.kind !== 'value' || followLocal(one.value).node !== fn.node) continue;
      if (['getStaticProps', 'getStaticPaths', 'generateStaticParams'].includes(one.name))
        return 'static-generation';
      if (this.#role.kind === 'app-component') return 'server-component';
      if (this.#role.kind === 'pages-page' && one.name === 'default') return 'client-component';
    }
    const name = functionName(fn);
    return /\.[jt]sx$/.test(this.#file.path) && /^[A-Z]/.test(name) ? 'server-component' : undefined;
  }
}
