import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { followLocal, moduleExports } from './exports.js';
import { asCall, asMember, calleeOf, directivesOf, importedFrom, keyName, unwrap } from './expressions.js';
import type { AnalysisContext, RequestScope } from './model.js';
import { programOf } from './program.js';

/** What the file's exported segment configuration says. */
interface SegmentConfig {
  readonly dynamic: string | undefined;
  /** `revalidate = 0` makes a route dynamic, any other value static; `unknown` where it is not a literal. */
  readonly revalidate: 'none' | 'zero' | 'set';
  readonly edge: boolean;
  readonly hasStaticParams: boolean;
  /** Exported names, among them the HTTP methods. */
  readonly exported: ReadonlySet<string>;
}

/**
 * Whether reading the headers in a route handler may change, or be cut off by, how Next.js caches the route.
 * Measured on Next 13.5, 14.2, 15.5 and 16.4: a GET that touches `request.headers` stops being static on 13 and 14,
 * with `revalidate` or `generateStaticParams` on every version, and under Cache Components; a GET under a dynamic
 * segment without `generateStaticParams`, or beside a POST, is never static in the first place.
 */
export function wouldMakeRouteDynamic(
  scope: RequestScope,
  file: SourceFile,
  context: AnalysisContext,
): boolean {
  if (context.output === 'export') return true;
  const config = segmentConfigOf(file);
  // The headers are empty under force-static, and reading them throws under `error`, whatever the method.
  if (config.dynamic === 'force-static' || config.dynamic === 'error') return true;
  if (!scope.methods.includes('GET') && !scope.methods.includes('HEAD')) return false;
  if (config.dynamic === 'force-dynamic' || config.revalidate === 'zero' || config.edge) return false;
  if (readsRequestAlready(scope.fn, context)) return false;
  if (config.hasStaticParams) return true;
  if (hasDynamicMethod(config, context.nextMajor) || underDynamicSegment(file.path)) return false;
  const dynamicByDefault = context.nextMajor >= 15 && context.cacheComponents === false;
  return !dynamicByDefault || config.revalidate === 'set';
}

/** Methods whose mere export makes the file's GET dynamic; PUT does so only from Next 16. */
function hasDynamicMethod({ exported }: SegmentConfig, nextMajor: number): boolean {
  return ['POST', 'DELETE', 'PATCH', 'OPTIONS', ...(nextMajor >= 16 ? ['PUT'] : [])].some((method) =>
    exported.has(method),
  );
}

function underDynamicSegment(path: string): boolean {
  return path.split('/').some((segment) => /^\[.+\]$/.test(segment));
}

function segmentConfigOf(file: SourceFile): SegmentConfig {
  const values = new Map<string, NodePath | undefined>();
  for (const one of moduleExports(programOf(file))) {
    if (one.kind === 'value') values.set(one.name, followLocal(one.value));
    if (one.kind === 'from') values.set(one.name, undefined);
  }
  const revalidate = values.get('revalidate');
  return {
    dynamic: stringOf(values.get('dynamic')),
    revalidate: !values.has('revalidate')
      ? 'none'
      : revalidate?.isNumericLiteral({ value: 0 })
        ? 'zero'
        : 'set',
    edge: ['edge', 'experimental-edge'].includes(stringOf(values.get('runtime')) ?? ''),
    hasStaticParams: values.has('generateStaticParams'),
    exported: new Set(values.keys()),
  };
}

function stringOf(value: NodePath | undefined): string | undefined {
  return value?.isStringLiteral() ? value.node.value : undefined;
}

/** What of the request, when used, makes a GET dynamic on every version. */
const DYNAMIC_REQUEST_MEMBERS = new Set([
  'headers',
  'cookies',
  'url',
  'body',
  'blob',
  'json',
  'text',
  'arrayBuffer',
  'formData',
]);
/** The same for `request.nextUrl`, of which `pathname` and the bare object stay static. */
const DYNAMIC_URL_MEMBERS = new Set(['searchParams', 'search', 'href', 'origin']);

/** Whether `fn` already does, on every path, what makes its route dynamic. */
function readsRequestAlready(fn: NodePath<t.Function>, context: AnalysisContext): boolean {
  const [first] = fn.get('params');
  if (first?.isObjectPattern() && takesDynamicMember(first.node)) return true;
  const binding = first?.isIdentifier() ? fn.scope.getOwnBinding(first.node.name) : undefined;
  const isRequest = (path: NodePath): boolean =>
    path.isIdentifier() && binding !== undefined && path.scope.getBinding(path.node.name) === binding;

  let found = false;
  const check = (path: NodePath): void => {
    if (!isConditional(path, fn, context.nextMajor)) found = true;
  };
  fn.get('body').traverse({
    Function: (inner) => inner.skip(),
    MemberExpression: (path) => {
      const member = asMember(path);
      if (member?.name === undefined) return;
      if (isRequest(member.object) && DYNAMIC_REQUEST_MEMBERS.has(member.name)) check(path);
      const owner = asMember(member.object);
      if (owner?.name === 'nextUrl' && isRequest(owner.object) && DYNAMIC_URL_MEMBERS.has(member.name))
        check(path);
    },
    VariableDeclarator: (path) => {
      const pattern = path.get('id');
      const init = path.get('init') as NodePath;
      if (pattern.isObjectPattern() && init.node && isRequest(init) && takesDynamicMember(pattern.node))
        check(path);
    },
    CallExpression: (path) => {
      const callee = unwrap(calleeOf(path));
      const called = callee.isIdentifier() ? callee.scope.getBinding(callee.node.name) : undefined;
      const imported = called && importedFrom(called);
      if (imported && isDynamicFunction(imported, context)) check(path);
    },
  });
  return found;
}

function takesDynamicMember(pattern: t.ObjectPattern): boolean {
  return pattern.properties.some((one) => {
    const key = one.type === 'ObjectProperty' ? keyName(one) : undefined;
    return key !== undefined && DYNAMIC_REQUEST_MEMBERS.has(key);
  });
}

function isDynamicFunction(
  { source, name }: { source: string; name: string },
  context: AnalysisContext,
): boolean {
  switch (source) {
    case 'next/headers':
      return name === 'headers' || name === 'cookies';
    case 'next/server':
      return name === 'connection';
    case 'next/cache':
      return name === 'unstable_noStore' && context.cacheComponents === false;
    default:
      return false;
  }
}

/**
 * Whether `path` may be skipped when `fn` runs. In Next 13 a `try` around it swallows the signal that makes the
 * route dynamic.
 */
function isConditional(path: NodePath, fn: NodePath<t.Function>, nextMajor: number): boolean {
  let child: NodePath = path;
  for (let parent = path.parentPath; parent && child.node !== fn.node; parent = parent.parentPath) {
    if (parent.isIfStatement() && child.key !== 'test') return true;
    if (parent.isConditionalExpression() && child.key !== 'test') return true;
    if (parent.isLogicalExpression() && child.key === 'right') return true;
    if (parent.isSwitchCase() || parent.isLoop() || parent.isCatchClause()) return true;
    if (parent.isTryStatement() && child.key === 'block' && parent.node.handler && nextMajor <= 13)
      return true;
    child = parent;
  }
  return returnsBefore(path, fn);
}

/** An earlier `return` of the same function may end it before `path` runs. */
function returnsBefore(path: NodePath, fn: NodePath<t.Function>): boolean {
  const limit = path.node.start ?? 0;
  let found = false;
  fn.get('body').traverse({
    Function: (inner) => inner.skip(),
    ReturnStatement: (statement) => {
      if ((statement.node.end ?? 0) <= limit) found = true;
    },
  });
  return found;
}

const CACHES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['next/cache', new Set(['unstable_cache'])],
]);

/** Whether `fn` is cached: `'use cache'` in it or over its file, or a callback of `unstable_cache`. */
export function isCached(fn: NodePath<t.Function>, file: SourceFile): boolean {
  const cacheDirective = (value: string): boolean => value === 'use cache' || value.startsWith('use cache:');
  if (directivesOf(fn).some(cacheDirective)) return true;
  if (file.ast.program.directives.some((directive) => cacheDirective(directive.value.value))) return true;
  const parent = fn.parentPath && asCall(fn.parentPath);
  if (parent && isCacheWrapper(parent)) return true;
  const binding =
    fn.isFunctionDeclaration() && fn.node.id ? fn.parentPath?.scope.getBinding(fn.node.id.name) : undefined;
  const variable = fn.parentPath?.isVariableDeclarator() ? fn.parentPath.node.id : undefined;
  const named =
    binding ?? (variable?.type === 'Identifier' ? fn.scope.parent.getBinding(variable.name) : undefined);
  return (
    named?.referencePaths.some((reference) => {
      const call = reference.parentPath && asCall(reference.parentPath);
      return call !== undefined && call !== null && reference.listKey === 'arguments' && isCacheWrapper(call);
    }) ?? false
  );
}

function isCacheWrapper(call: NodePath<t.CallExpression | t.OptionalCallExpression>): boolean {
  const callee = unwrap(calleeOf(call));
  if (!callee.isIdentifier()) return false;
  const binding = callee.scope.getBinding(callee.node.name);
  const imported = binding && importedFrom(binding);
  return imported !== undefined && CACHES.get(imported.source)?.has(imported.name) === true;
}
