import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { asCall, calleeOf, isImported, keyName, spanOf, unwrap } from './expressions.js';
import type { RequestScope, SessionSource, SourceKind } from './model.js';
import type { ReasonId } from './reasons.js';
import { procedureSource } from './trpc/procedure-source.js';

export type SourceDecision =
  | { readonly kind: 'source'; readonly source: SessionSource }
  | { readonly kind: 'refused'; readonly reason: ReasonId };

const refused = (reason: ReasonId): SourceDecision => ({ kind: 'refused', reason });
const from = (source: SessionSource): SourceDecision => ({ kind: 'source', source });

/**
 * How the session headers can be reached in `scope`.
 * @param firstUse offset of the first call that needs them: what is declared later is of no use.
 * @param edge whether a Pages API route runs on the edge, where its request is a web `Request`.
 */
export function sessionSourceOf(scope: RequestScope, firstUse: number, edge: boolean): SourceDecision {
  switch (scope.kind) {
    case 'server-action':
      return headersSource(scope.fn, firstUse);
    case 'route-handler':
      return routeHandlerSource(scope, firstUse);
    case 'pages-api':
      return apiRouteSource(scope, edge);
    case 'get-server-side-props':
      return serverSidePropsSource(scope);
    case 'trpc-procedure':
      return procedureSource(scope);
  }
}

function headersSource(fn: NodePath<t.Function>, firstUse: number): SourceDecision {
  return (
    awaitedHeaders(fn, firstUse) ?? (fn.node.async ? from({ kind: 'await-headers' }) : refused('not-async'))
  );
}

/** `const headersList = await headers()` directly in the body, before the first use. */
function awaitedHeaders(fn: NodePath<t.Function>, firstUse: number): SourceDecision | undefined {
  const body = fn.get('body') as NodePath;
  if (!body.isBlockStatement()) return undefined;
  for (const statement of body.get('body')) {
    if ((statement.node.end ?? 0) > firstUse) return undefined;
    if (!statement.isVariableDeclaration()) continue;
    for (const declarator of statement.get('declarations')) {
      const id = declarator.get('id');
      const init = declarator.get('init') as NodePath;
      if (!id.isIdentifier() || !init.node) continue;
      const value = unwrap(init);
      if (value.isAwaitExpression() && isHeadersCall(unwrap(value.get('argument')))) {
        return from({
          kind: 'awaited-headers',
          name: id.node.name,
          statement,
          span: spanOf(declarator.node),
        });
      }
    }
  }
  return undefined;
}

export function isHeadersCall(path: NodePath): boolean {
  const call = asCall(path);
  return call !== undefined && isImported(calleeOf(call), 'next/headers', 'headers');
}

function routeHandlerSource(scope: RequestScope, firstUse: number): SourceDecision {
  const { fn } = scope;
  if (scope.wrapped) return requestParameter(fn, 'request') ?? headersSource(fn, firstUse);
  const [first] = fn.get('params');
  if (!first) {
    return awaitedHeaders(fn, firstUse) ?? from(newParameter(fn, 'request', 'web-request', 'request', ''));
  }
  return parameterSource(first, 'headers', 'request') ?? refused('no-request-parameter');
}

function apiRouteSource(scope: RequestScope, edge: boolean): SourceDecision {
  const { fn } = scope;
  const reads = edge ? 'request' : 'node-request';
  if (scope.wrapped) return requestParameter(fn, reads) ?? refused('no-request-parameter');
  const [first] = fn.get('params');
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
  const [first] = fn.get('params');
  if (!first) {
    if (scope.wrapped) return refused('no-request-parameter');
    return from(newParameter(fn, 'context', 'GetServerSidePropsContext', 'node-request', '.req'));
  }
  const target = first.isAssignmentPattern() ? (first.get('left') as NodePath) : first;
  if (target.isIdentifier()) {
    const known = !scope.wrapped || typeNameOf(target.node) === 'GetServerSidePropsContext';
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

/** The request as it stands in a parameter: by its name, or by the `headers` of a destructured one. */
function parameterSource(param: NodePath, key: 'headers', reads: SourceKind): SourceDecision | undefined {
  const target = param.isAssignmentPattern() ? (param.get('left') as NodePath) : param;
  if (target.isIdentifier()) {
    return from({ kind: 'expression', expression: target.node.name, reads, span: spanOf(target.node) });
  }
  if (!target.isObjectPattern()) return undefined;
  const value = patternValue(target, key);
  if (value?.isIdentifier()) {
    return from({
      kind: 'expression',
      expression: value.node.name,
      reads: 'headers',
      span: spanOf(value.node),
    });
  }
  if (value || !acceptsMoreKeys(target)) return undefined;
  return from({ kind: 'complete-pattern', pattern: target, key, reads: 'headers', member: '' });
}

/**
 * The parameter of a wrapped callback that is the request: by its type, by its name, or by the key under which the
 * wrapper hands it over.
 */
function requestParameter(fn: NodePath<t.Function>, reads: SourceKind): SourceDecision | undefined {
  for (const param of fn.get('params')) {
    const target = param.isAssignmentPattern() ? (param.get('left') as NodePath) : (param as NodePath);
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

/** A parameter that is the request by its type or by its name. */
export function looksLikeRequest(param: NodePath): boolean {
  if (!param.isIdentifier() && !param.isObjectPattern()) return false;
  if (/^(Request|NextRequest|NextApiRequest|IncomingMessage)$/.test(typeNameOf(param.node) ?? ''))
    return true;
  return param.isIdentifier() && /^_?(req|request)$/.test(param.node.name);
}

function patternValue(pattern: NodePath<t.ObjectPattern>, key: string): NodePath | undefined {
  for (const property of pattern.get('properties')) {
    if (!property.isObjectProperty() || keyName(property.node) !== key) continue;
    const value = property.get('value') as NodePath;
    return value.isAssignmentPattern() ? (value.get('left') as NodePath) : value;
  }
  return undefined;
}

/** A pattern with a type literal of its own would not know the added key. */
function acceptsMoreKeys(pattern: NodePath<t.ObjectPattern>): boolean {
  const annotation = pattern.node.typeAnnotation;
  return annotation?.type !== 'TSTypeAnnotation' || annotation.typeAnnotation.type === 'TSTypeReference';
}

function typeNameOf(param: t.Identifier | t.ObjectPattern): string | undefined {
  const annotation = param.typeAnnotation;
  if (annotation?.type !== 'TSTypeAnnotation' || annotation.typeAnnotation.type !== 'TSTypeReference')
    return undefined;
  const { typeName } = annotation.typeAnnotation;
  return typeName.type === 'Identifier' ? typeName.name : undefined;
}

function newParameter(
  fn: NodePath<t.Function>,
  baseName: string,
  typeName: 'web-request' | 'NextApiRequest' | 'GetServerSidePropsContext',
  reads: SourceKind,
  member: string,
): SessionSource {
  return {
    kind: 'add-parameter',
    baseName,
    typeName: hasContextualType(fn) ? 'contextual' : typeName,
    reads,
    member,
  };
}

/** `const handler: NextApiHandler = async () => …` and `(async () => …) satisfies X` type the parameter themselves. */
function hasContextualType(fn: NodePath<t.Function>): boolean {
  let holder: NodePath | null = fn.parentPath;
  while (holder?.isTSAsExpression() || holder?.isParenthesizedExpression()) holder = holder.parentPath;
  if (holder?.isTSSatisfiesExpression()) return true;
  return (
    holder?.isVariableDeclarator() === true &&
    holder.node.id.type === 'Identifier' &&
    !!holder.node.id.typeAnnotation
  );
}
