import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { moduleExports } from './exports.js';
import { directivesOf, unwrap } from './expressions.js';
import { functionName } from './function-name.js';
import type { AnalysisContext, HandlerKind, RequestCarrier, RequestScope } from './model.js';
import { hasDirective, programOf, sitesOf } from './program.js';
import type { RouteRole } from './route-files.js';
import { builtActions } from './scopes/action-builders.js';
import { authCallbacks } from './scopes/auth-callbacks.js';
import { destructuredExports, entryKind } from './scopes/entry-points.js';
import { type GivenTo, handlersIn } from './scopes/handlers.js';
import { initialProps } from './scopes/initial-props.js';
import { ON_REQUEST_ERROR, packageCarrier, storeCarrier } from './scopes/known-wrappers.js';
import { mountedScopes } from './scopes/mounted-scopes.js';
import { returnedFunctions } from './scopes/returned-functions.js';
import { routerHandlers } from './scopes/router-handlers.js';
import { serviceCallbacks } from './scopes/service-callbacks.js';
import { wrapperCarrier } from './scopes/wrapper-callback.js';
import { segmentConfigOf } from './segment-config.js';
import { isRequestReadingComponent } from './server-components.js';
import { findProcedures } from './trpc/find-procedures.js';

/** The request scopes of one file, by function node. */
export type RequestScopes = ReadonlyMap<t.Node, RequestScope>;

/** Finds every function of `file` that is called with, or inside, one request. */
export function findRequestScopes(
  file: SourceFile,
  role: RouteRole,
  context: Pick<AnalysisContext, 'host' | 'layout'>,
): RequestScopes {
  const { host } = context;
  const found = new Map<t.Node, RequestScope>();
  const program = programOf(file);
  const add = (scope: RequestScope): void => {
    if (!found.has(scope.fn.node)) found.set(scope.fn.node, scope);
  };
  const actions = hasDirective(file, 'use server');

  // What a library is known to call comes first: it says more than the export that it is part of.
  const called = [
    ...serviceCallbacks(file, host),
    ...builtActions(file, host),
    ...routerHandlers(file, host),
    ...initialProps(file, role, host),
  ];
  for (const one of called) add(scopeOf(one));
  for (const { fn, context: procedure } of findProcedures(file, host)) {
    const name = functionName(fn);
    add({ kind: 'trpc-procedure', name, fn, wrapped: true, methods: [], context: procedure });
  }
  const exported = [...moduleExports(program), ...destructuredExports(program)].flatMap((one) =>
    one.kind === 'value' ? one : [],
  );
  for (const one of exported) {
    const kind = entryKind(one.name, role, actions);
    if (kind === undefined) continue;
    for (const { fn, given } of handlersIn(one.value)) {
      const known = found.get(fn.node);
      if (known && (kind !== 'route-handler' || known.kind !== kind)) continue;
      const methods = kind === 'route-handler' ? [...(known?.methods ?? []), one.name] : [];
      const carrier = carrierOf(kind, given, file, context);
      found.set(fn.node, {
        kind,
        name: known?.name ?? one.name,
        fn,
        wrapped: given !== undefined,
        methods,
        carrier,
      });
    }
  }
  for (const fn of sitesOf(file)) {
    if (!fn.isFunction() || found.has(fn.node)) continue;
    const name = functionName(fn);
    const isAction = directivesOf(fn).includes('use server');
    if (!isAction && !isRequestReadingComponent(fn, name, file, role)) continue;
    add(scopeOf({ kind: isAction ? 'server-action' : 'server-component', name, fn, carrier: undefined }));
  }
  // Who else mounts what is exported takes a look at the whole project.
  if (!exported.every(({ value }) => isSetting(value) || answersAlone(value, found)))
    for (const scope of mountedScopes(file, context)) add(scope);
  for (const one of authCallbacks(file)) {
    // Options that are made for one request close over it: `auth(req, res) { return NextAuth(req, res, { … }) }`.
    if (!one.fn.findParent((parent) => found.has(parent.node))) add(scopeOf(one));
  }
  return found;
}

/** `export const runtime = 'edge'` */
function isSetting(value: NodePath): boolean {
  const setting = unwrap(value);
  return setting.isLiteral() && !setting.isTemplateLiteral();
}

/** Whether all that a value may run for a request is a request scope by what stands in its own file. */
function answersAlone(value: NodePath, scopes: RequestScopes): boolean {
  const handlers = handlersIn(value);
  return (
    handlers.length > 0 &&
    handlers.every(({ fn }) => scopes.has(fn.node) && returnedFunctions(fn).length === 0)
  );
}

function scopeOf(one: {
  readonly kind: HandlerKind;
  readonly name: string;
  readonly fn: NodePath<t.Function>;
  readonly carrier: RequestCarrier | undefined;
}): RequestScope {
  return { ...one, wrapped: false, methods: [] };
}

/** What is known of an exported function's parameters beyond its kind. */
function carrierOf(
  kind: HandlerKind,
  given: GivenTo | undefined,
  file: SourceFile,
  { host }: Pick<AnalysisContext, 'host'>,
): RequestCarrier | undefined {
  switch (kind) {
    case 'route-handler':
    case 'proxy':
      return given && (packageCarrier(given) ?? wrapperCarrier(given, file, host, 'request'));
    case 'pages-api':
      return (
        given && wrapperCarrier(given, file, host, segmentConfigOf(file).edge ? 'request' : 'node-request')
      );
    case 'get-server-side-props':
      return given && storeCarrier(given, file, host);
    case 'request-error-hook':
      return ON_REQUEST_ERROR;
    default:
      return undefined;
  }
}
