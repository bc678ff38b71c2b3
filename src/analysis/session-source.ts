import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { carriedSource } from './carried-source.js';
import { keyName, paramsOf, spanOf } from './expressions.js';
import { awaitedHeaders, headersSource } from './headers-source.js';
import type { RequestScope, SourceKind } from './model.js';
import { requestParameterOf } from './request-parameter.js';
import {
  acceptsMoreKeys,
  from,
  looksLikeRequest,
  newParameter,
  parameterSource,
  patternValue,
  refused,
  type SourceDecision,
  typeNameOf,
} from './request-parameters.js';
import { procedureSource } from './trpc/procedure-source.js';

/**
 * How the session headers can be reached in `scope`.
 * @param firstUse offset of the first call that needs them: what is declared later is of no use.
 * @param edge whether a Pages API route runs on the edge, where its request is a web `Request`.
 */
export function sessionSourceOf(scope: RequestScope, firstUse: number, edge: boolean): SourceDecision {
  const carried = scope.carrier && carriedSource(scope.fn, scope.carrier, firstUse);
  if (carried) return carried;
  switch (scope.kind) {
    case 'server-action':
    case 'server-component':
      return headersSource(scope.fn, firstUse);
    case 'route-handler':
      return routeHandlerSource(scope, firstUse);
    case 'pages-api':
      return apiRouteSource(scope, edge);
    case 'get-server-side-props':
      return serverSidePropsSource(scope);
    case 'request-helper':
      return ownRequestSource(scope, firstUse);
    case 'proxy':
      return routeHandlerSource(scope, firstUse);
    case 'get-initial-props':
    case 'request-error-hook':
    case 'router-handler':
    case 'auth-callback':
    case 'service-callback':
      return refused('no-request-parameter');
    case 'trpc-procedure':
      return procedureSource(scope);
  }
}

function routeHandlerSource(scope: RequestScope, firstUse: number): SourceDecision {
  const { fn } = scope;
  if (scope.wrapped) return requestParameter(fn, 'request') ?? headersSource(fn, firstUse);
  const [first] = paramsOf(fn);
  if (!first) {
    return awaitedHeaders(fn, firstUse) ?? from(newParameter(fn, 'request', 'web-request', 'request', ''));
  }
  return parameterSource(first, 'headers', 'request') ?? refused('no-request-parameter');
}

function ownRequestSource({ fn }: RequestScope, firstUse: number): SourceDecision {
  const param = requestParameterOf(fn);
  if (!param) return awaitedHeaders(fn, firstUse) ?? refused('no-request-parameter');
  const { name: expression, node, reads } = param;
  return from({ kind: 'expression', expression, reads, span: spanOf(node) });
}

function apiRouteSource(scope: RequestScope, edge: boolean): SourceDecision {
  const { fn } = scope;
  const reads = edge ? 'request' : 'node-request';
  if (scope.wrapped) return requestParameter(fn, reads) ?? refused('no-request-parameter');
  const [first] = paramsOf(fn);
  if (!first) return from(newParameter(fn, 'req', edge ? 'web-request' : 'NextApiRequest', reads, ''));
  return parameterSource(first, 'headers', reads) ?? refused('no-request-parameter');
}

/** Keys of the `getServerSideProps` context; a destructured first parameter that has only these is the context. */
const CONTEXT_KEYS = new Set([
  'req',
  'res',
  'params',
  'query',
  'resolvedUrl',
  'locale',
  'locales',
  'defaultLocale',
  'preview',
  'previewData',
  'draftMode',
]);

function serverSidePropsSource(scope: RequestScope): SourceDecision {
  const { fn } = scope;
  const [first] = paramsOf(fn);
  if (!first) {
    if (scope.wrapped) return refused('no-request-parameter');
    return from(newParameter(fn, 'context', 'GetServerSidePropsContext', 'node-request', '.req'));
  }
  const target = first.isAssignmentPattern() ? (first.get('left') as NodePath) : first;
  if (target.isIdentifier()) {
    const known = !scope.wrapped || typeNameOf(target) === 'GetServerSidePropsContext';
    if (!known && !/^_?(ctx|context)$/.test(target.node.name)) return refused('no-request-parameter');
    const expression = `${target.node.name}.req`;
    return from({ kind: 'expression', expression, reads: 'node-request', span: spanOf(target.node) });
  }
  if (!target.isObjectPattern()) return refused('no-request-parameter');
  const keys = target.node.properties.map((one) => (one.type === 'ObjectProperty' ? keyName(one) : 'req'));
  if (scope.wrapped && !keys.every((key) => key !== undefined && CONTEXT_KEYS.has(key))) {
    return keys.includes('req') ? requestOfPattern(target) : refused('no-request-parameter');
  }
  return requestOfPattern(target);
}

/** `({ req, params })`, `({ params })` or `({ req: { cookies } })`. */
function requestOfPattern(pattern: NodePath<t.ObjectPattern>): SourceDecision {
  const value = patternValue(pattern, 'req');
  const rest = pattern.node.properties.at(-1);
  if (!value && rest?.type === 'RestElement' && rest.argument.type === 'Identifier') {
    // Taking `req` out of the pattern would take it out of the rest.
    const expression = `${rest.argument.name}.req`;
    return from({ kind: 'expression', expression, reads: 'node-request', span: spanOf(rest) });
  }
  if (!value) {
    return acceptsMoreKeys(pattern)
      ? from({ kind: 'complete-pattern', pattern, key: 'req', reads: 'node-request', member: '' })
      : refused('no-request-parameter');
  }
  return parameterSource(value, 'headers', 'node-request') ?? refused('no-request-parameter');
}

/**
 * The parameter of a wrapped callback that is the request: by its type, by its name, or by the key under which the
 * wrapper hands it over.
 */
function requestParameter(fn: NodePath<t.Function>, reads: SourceKind): SourceDecision | undefined {
  for (const param of paramsOf(fn)) {
    const target = param.isAssignmentPattern() ? (param.get('left') as NodePath) : param;
    if (target.isIdentifier()) {
      if (looksLikeRequest(target)) {
        return from({ kind: 'expression', expression: target.node.name, reads, span: spanOf(target.node) });
      }
    } else if (target.isObjectPattern()) {
      const value = patternValue(target, 'req') ?? patternValue(target, 'request');
      if (value?.isIdentifier()) {
        return from({ kind: 'expression', expression: value.node.name, reads, span: spanOf(value.node) });
      }
      if (looksLikeRequest(target)) return parameterSource(target, 'headers', reads);
    }
  }
  return undefined;
}
