import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { once } from '../source/once.js';
import type { SourceFile } from '../source/parse.js';
import { type AllowList, allowLists } from './allowed-headers.js';
import { constantText, constantTexts } from './constant-text.js';
import { followLocal, moduleExports } from './exports.js';
import { importedFrom, keyName } from './expressions.js';
import type { AnalysisContext, FileAnalysis, ScopeKind, SignalCall } from './model.js';
import type { ModuleHost } from './module-host.js';
import { takesPath, urlPathOf } from './path-patterns.js';
import { programOf } from './program.js';
import { ScopeReach } from './reaching-scopes.js';
import { type RouteLayout, routeRole } from './route-files.js';
import { almostSessionHeader } from './session-header-names.js';
import { HEADER_NAMES } from './signal-methods.js';

/** A list of allowed headers that keeps the session of a Signal call out. */
export interface ClosedList {
  readonly path: string;
  readonly list: AllowList;
  /** The session headers that it leaves out. */
  readonly missing: readonly string[];
  /** A call that is to have the session of a request that the list is for. */
  readonly call: SignalCall;
}

/** What pages of other origins request with `fetch`. */
const REQUESTED: ReadonlySet<ScopeKind> = new Set(['route-handler', 'pages-api', 'router-handler']);

/**
 * The lists of `Access-Control-Allow-Headers` without the session headers, where a Signal call that forwards the
 * session, or is going to, answers the requests that the list is for. One for each file at most, and for each pattern
 * of paths in next.config; where another list for the same requests cannot be read, or allows the headers, they are
 * taken to be allowed.
 */
export function closedLists(analyses: readonly FileAnalysis[], context: AnalysisContext): ClosedList[] {
  const isWanted = ({ verdict }: SignalCall): boolean =>
    verdict.kind === 'forwarded' || verdict.kind === 'fixable';
  if (!analyses.some(({ calls }) => calls.some(isWanted))) return [];
  // Who reaches a call of a helper is followed only where there is a list at all.
  const requests = once(() => {
    const reach = ScopeReach.in(context);
    return analyses.flatMap(({ file, calls }) =>
      calls.filter(isWanted).flatMap((call) => requestsOf(call, file, reach)),
    );
  });
  return analyses.flatMap(({ file }): ClosedList[] => {
    const lists = allowLists(file);
    const closed = lists.flatMap((list): ClosedList[] => {
      if (!list.opens || missingIn(lists.filter((one) => isAlike(one, list))).length === 0) return [];
      for (const { call, path } of requests()) {
        const missing = missingIn(lists.filter((one) => mayBeFor(one, path, context.layout)));
        if (missing.length > 0 && isFor(list, file, path, context.host, context.layout))
          return [{ path: file.path, list, missing, call }];
      }
      return [];
    });
    return closed.filter(({ list }, index) => closed.findIndex((one) => isAlike(one.list, list)) === index);
  });
}

/** Whether two lists of a file are for the same paths, or both for whatever the file is for. */
function isAlike(one: AllowList, other: AllowList): boolean {
  return one.sources.join('\n') === other.sources.join('\n');
}

/** Whether the patterns of a list, if it has some, may take what the file `request` answers. */
function mayBeFor({ sources }: AllowList, request: string, layout: RouteLayout): boolean {
  const url = urlPathOf(request, layout);
  return sources.length === 0 || (url !== undefined && sources.some((one) => takesPath(one, url) !== false));
}

/** A Signal call, and the file of a route that answers the request in which it runs. */
interface TrackedRequest {
  readonly call: SignalCall;
  readonly path: string;
}

function requestsOf(call: SignalCall, file: SourceFile, reach: ScopeReach): TrackedRequest[] {
  if (call.scope !== undefined) return REQUESTED.has(call.scope.kind) ? [{ call, path: call.path }] : [];
  return reach
    .reachOf(file, call)
    .scopes.filter(({ scope, machine }) => REQUESTED.has(scope.kind) && machine === undefined)
    .map((one) => ({ call, path: one.file.path }));
}

function missingIn(lists: readonly AllowList[]): string[] {
  const names = lists.flatMap((list) => list.names?.map(({ name }) => name) ?? ['*']);
  if (names.length === 0 || names.includes('*')) return [];
  // A slip of the keyboard is a finding of its own.
  const allowed = names.map((name) => almostSessionHeader(name) ?? name.toLowerCase());
  return Object.values(HEADER_NAMES).filter((name) => !allowed.includes(name));
}

/** Whether the list is what a request that the file `request` answers is answered with. */
function isFor(
  list: AllowList,
  file: SourceFile,
  request: string,
  host: ModuleHost,
  layout: RouteLayout,
): boolean {
  if (request === file.path) return true;
  const url = urlPathOf(request, layout);
  if (list.sources.length > 0)
    return url !== undefined && list.sources.some((one) => takesPath(one, url) === true);
  switch (routeRole(file.path, layout).kind) {
    case 'proxy':
      return url !== undefined && runsFor(file, url);
    case 'module':
      return usesOf(list, file, request, host);
    default:
      return false;
  }
}

/** Whether a proxy file runs for the URL path, and does the same for all that it runs for. */
function runsFor(file: SourceFile, url: string): boolean {
  if (/\b(?:pathname|nextUrl|url)\b/.test(file.text)) return false;
  const config = moduleExports(programOf(file)).find((one) => one.kind !== 'all' && one.name === 'config');
  const object = config?.kind === 'value' ? followLocal(config.value) : undefined;
  if (object === undefined) return true;
  if (!object.isObjectExpression()) return false;
  for (const property of object.get('properties')) {
    if (!property.isObjectProperty() || keyName(property.node) !== 'matcher') continue;
    const value = property.get('value') as NodePath;
    const one = constantText(value);
    const patterns = one ? [one] : constantTexts(value);
    return patterns?.some(({ text }) => takesPath(text, url) === true) ?? false;
  }
  return true;
}

/** Whether the file `user` imports what the list is part of. */
function usesOf(list: AllowList, file: SourceFile, user: string, host: ModuleHost): boolean {
  const other = host.load(user);
  if (!other) return false;
  const exposed = exportsWith(list.path, file);
  return Object.values(programOf(other).scope.bindings).some((binding) => {
    const imported = importedFrom(binding);
    if (!imported || !(imported.name === '*' || exposed.has(imported.name))) return false;
    return binding.referenced && host.resolve(imported.source, user) === file.path;
  });
}

/** The exports of a file that hold `path`, or use what holds it. */
function exportsWith(path: NodePath, file: SourceFile): ReadonlySet<string> {
  const program = programOf(file);
  const statements = program.get('body');
  const reached = new Set(statements.filter((one) => one === path || path.isDescendant(one)));
  const names = new Set<string>();
  for (const statement of reached) {
    for (const name of Object.keys(statement.getBindingIdentifiers() as Record<string, t.Identifier>)) {
      names.add(name);
      const users = program.scope.getBinding(name)?.referencePaths ?? [];
      // A set takes what is added while it is walked, so users of users are reached too.
      for (const one of statements) if (users.some((use) => use.isDescendant(one))) reached.add(one);
    }
  }
  const exported = moduleExports(program).flatMap((one) => {
    if (one.kind !== 'value') return [];
    const { node } = one.value;
    const isNamed = node.type === 'Identifier' && names.has(node.name);
    return isNamed || [...reached].some((statement) => one.value.isDescendant(statement)) ? [one.name] : [];
  });
  return new Set(exported);
}
