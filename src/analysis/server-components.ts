import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { DynamicReads } from './dynamic-reads.js';
import { followLocal, moduleExports } from './exports.js';
import {
  asMember,
  type CallPath,
  calleeOf,
  callWith,
  importedValue,
  isImported,
  patternKey,
  unwrap,
} from './expressions.js';
import type { AnalysisContext, RequestScope } from './model.js';
import { hasDirective, programOf } from './program.js';
import { type RouteRole, routeRole } from './route-files.js';
import { segmentConfigOf } from './segment-config.js';
import { mayBeSkipped } from './unconditional.js';

/** The exports of a page, layout or other component file that Next.js runs with one request. */
const RENDERED = new Set(['default', 'generateMetadata']);

export function isRenderedExport(name: string): boolean {
  return RENDERED.has(name);
}

/**
 * Whether `fn`, found in a file with `role`, is an async component of its own (`<Cart />`) that reads the request
 * itself. Only such a one is a request scope: of any other there is no telling whether its page is static.
 */
export function isRequestReadingComponent(
  fn: NodePath<t.Function>,
  name: string,
  file: SourceFile,
  role: RouteRole,
): boolean {
  if (role.kind !== 'module' && role.kind !== 'app-component') return false;
  if (!/\.[jt]sx$/.test(file.path) || !/^[A-Z]/.test(name) || !fn.node.async) return false;
  return !hasDirective(file, 'use server') && readsRequest(fn, ['headers', 'cookies']);
}

/**
 * Whether the page of a server component is rendered for each request already, so that reading the headers in it costs
 * nothing. Measured on Next 13.5 to 16.4: `headers()` anywhere in a page, layout or `generateMetadata` makes the route
 * dynamic; under Cache Components it fails the build unless that function waits for the request already.
 */
export function isRenderedPerRequest(
  { fn, name }: RequestScope,
  file: SourceFile,
  context: AnalysisContext,
): boolean {
  const { layout, nextMajor, cacheComponents, output } = context;
  if (output === 'export') return false;
  const { dynamic, revalidate } = segmentConfigOf(file);
  // The headers are empty under force-static, and reading them throws under `error`.
  if (dynamic === 'force-static' || dynamic === 'error') return false;
  // No other file of a route is given them.
  const isPage = /(?:^|\/)page\.[^/]+$/.test(file.path);
  const isOfRoute = routeRole(file.path, layout).kind === 'app-component' && isRenderedExport(name);
  const reads = (one: NodePath<t.Function>): boolean =>
    readsSomewhere(one, file, context) || (isPage && readsSearchParams(one, nextMajor));
  if (reads(fn)) return true;
  if (cacheComponents !== false || !isOfRoute) return false;
  if (dynamic === 'force-dynamic' || revalidate === 'zero') return true;
  const isDynamic = (one: NodePath<t.Function>): boolean => reads(one) || optsOut(one);
  return rendered(file).some(isDynamic) || isBelowDynamicLayout(file, context);
}

/** Whether a layout above reads the request, which makes all pages below it dynamic (measured on Next 13.5 to 16.4). */
function isBelowDynamicLayout({ path }: SourceFile, context: AnalysisContext): boolean {
  const root = context.layout.routers.app;
  if (root === undefined || !path.startsWith(`${root}/`)) return false;
  const folders = path
    .slice(root.length + 1)
    .split('/')
    .slice(0, -1);
  const layouts = [...folders, ''].flatMap((_, depth) => {
    const folder = [root, ...folders.slice(0, folders.length - depth)].join('/');
    const found = context.host.resolve('./layout', `${folder}/page.tsx`);
    const layout = found === path || found === undefined ? undefined : context.host.load(found);
    return layout ?? [];
  });
  const settings = layouts.map((layout) => segmentConfigOf(layout).dynamic);
  if (settings.some((dynamic) => dynamic === 'force-static' || dynamic === 'error')) return false;
  return layouts.some((layout) => rendered(layout).some((one) => readsSomewhere(one, layout, context)));
}

/** Whether `fn` reads the request, itself or in a function of the project that it waits for. */
function readsSomewhere(fn: NodePath<t.Function>, { path }: SourceFile, context: AnalysisContext): boolean {
  return readsRequest(fn, REQUEST_FUNCTIONS) || new DynamicReads(fn, undefined, path, context).ofTheRequest();
}

/** The functions of a page or layout that all run for its route. */
function rendered(file: SourceFile): NodePath<t.Function>[] {
  return moduleExports(programOf(file)).flatMap((one) => {
    const value = one.kind === 'value' && isRenderedExport(one.name) ? followLocal(one.value) : undefined;
    return value?.isFunction() ? [value] : [];
  });
}

/** `draftMode()` is none of them: reading `isEnabled` leaves a page static. */
const REQUEST_FUNCTIONS = ['headers', 'cookies', 'connection'] as const;

/** Whether `fn`, whenever it runs, calls one of `names` in its own body. */
function readsRequest(
  fn: NodePath<t.Function>,
  names: readonly (typeof REQUEST_FUNCTIONS)[number][],
): boolean {
  return callsAlways(fn, (call) => {
    const imported = importedValue(calleeOf(call));
    const isFrom = imported?.source === (imported?.name === 'connection' ? 'next/server' : 'next/headers');
    return isFrom && names.some((name) => name === imported?.name);
  });
}

/** `unstable_noStore()`, which Cache Components ignores. */
function optsOut(fn: NodePath<t.Function>): boolean {
  return callsAlways(fn, (call) => isImported(calleeOf(call), 'next/cache', 'unstable_noStore'));
}

function callsAlways(fn: NodePath<t.Function>, isWanted: (call: CallPath) => boolean): boolean {
  let found = false;
  readBelow(fn.get('body'), {
    Function: (inner) => inner.skip(),
    CallExpression: (call) => {
      found ||= isWanted(call) && !mayBeSkipped(call, fn);
    },
  });
  return found;
}

/**
 * Whether `fn` reads a page's `searchParams`, which only a request has: awaited, given to `use()`, or a key of it. Passed
 * on as a whole it makes nothing dynamic.
 */
function readsSearchParams(fn: NodePath<t.Function>, nextMajor: number): boolean {
  let found = false;
  const visit = (path: NodePath): void => {
    if (found || !isSearchParams(path, fn)) return;
    const { parentPath: user, key } = path;
    const member = user && asMember(user);
    const isRead =
      nextMajor >= 15
        ? user?.isAwaitExpression() === true || (member?.name === 'then' && key === 'object') || isUsed(path)
        : (member !== undefined && member !== null && key === 'object') || isTakenApart(path);
    found = isRead && !mayBeSkipped(path, fn);
  };
  readBelow(fn.get('body'), {
    Function: (inner) => inner.skip(),
    Identifier: (path) => {
      if (path.isReferencedIdentifier()) visit(path);
    },
    MemberExpression: visit,
  });
  return found;
}

/** `searchParams` as the page's parameter gives it: destructured, or `props.searchParams`. */
function isSearchParams(path: NodePath, fn: NodePath<t.Function>): boolean {
  const member = asMember(path);
  const named = member ? unwrap(member.object) : path;
  if (!named.isIdentifier()) return false;
  const [first] = fn.node.params;
  const binding = named.scope.getBinding(named.node.name);
  if (binding?.kind !== 'param' || binding.scope.path.node !== fn.node || !first) return false;
  if (member) return member.name === 'searchParams' && first === binding.identifier;
  return first.type === 'ObjectPattern' && patternKey(first, binding.identifier) === 'searchParams';
}

/** `use(searchParams)`. */
function isUsed(path: NodePath): boolean {
  const call = callWith(path);
  return call !== undefined && isImported(calleeOf(call), 'react', 'use');
}

/** `const { page } = searchParams`. */
function isTakenApart(path: NodePath): boolean {
  const declarator = path.parentPath;
  return declarator?.isVariableDeclarator() === true && declarator.node.id.type === 'ObjectPattern';
}
