import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { opensWithDirective } from '../source/trivia.js';
import { calleeOf, callWith, enclosingFunctions, importedValue } from './expressions.js';
import { type CallSite, placeOfCall } from './function-uses.js';
import type { AnalysisContext, Place } from './model.js';
import type { Owner, ScopeOwner } from './owners.js';
import { hasDirective } from './program.js';
import { isTestFile } from './route-files.js';
import { isRenderedPerRequest } from './server-components.js';

/** How the callers of a function are found, and whose they are. */
export interface Callers {
  sitesOf(fn: NodePath<t.Function>, file: SourceFile): readonly CallSite[];
  ownerOf(site: CallSite): Owner;
  /** Whether reading the headers would turn what a route handler answers from static to dynamic. */
  isStatic(owner: ScopeOwner): boolean;
}

/**
 * Where an exported Server Action is called as a plain function, and its headers cannot be had: in a script, at module
 * level, in a cached function, or for a page or route that is rendered ahead of time. Called from the browser it has a
 * request of its own.
 * Not looked for by a check of a few files in a large app, which is to take no time.
 */
export function callersWithoutRequest(
  { scope, file }: ScopeOwner,
  context: AnalysisContext,
  callers: Callers,
): readonly Place[] {
  if (!hasDirective(file, 'use server') || context.host.mayLookEverywhere?.() === false) return [];
  if (!isUsedOnServer(file, context)) return [];
  const found: Place[] = [];
  const seen = new Set<t.Node>();
  const visit = (fn: NodePath<t.Function>, of: SourceFile): void => {
    if (seen.has(fn.node)) return;
    seen.add(fn.node);
    for (const site of callers.sitesOf(fn, of)) {
      const owner = callers.ownerOf(site);
      if (owner.kind === 'helper') visit(owner.fn, owner.file);
      else if (isWithoutRequest(owner, site, context, callers)) found.push(placeOfCall(site));
    }
  };
  visit(scope.fn, file);
  return found;
}

/** A cheap look at who imports the file: what the browser does is a request. */
function isUsedOnServer({ path }: SourceFile, { host }: AnalysisContext): boolean {
  const users = host.users?.(path);
  return users === undefined || users.some((user) => !isTestFile(user) && !isForBrowser(host.text?.(user)));
}

/** Whether the text of a module says that it runs in the browser. */
export function isForBrowser(text: string | undefined): boolean {
  return text !== undefined && opensWithDirective(text, 'use client');
}

/** Whether a call that no helper makes is made where there are no headers to read, or where reading them changes the page. */
export function isWithoutRequest(
  owner: Exclude<Owner, { kind: 'helper' }>,
  { call }: CallSite,
  context: AnalysisContext,
  callers: Callers,
): boolean {
  if (owner.kind === 'none') return owner.reason !== 'client-component';
  switch (owner.scope.kind) {
    case 'server-component':
      return isAfterResponse(call) || !isRenderedPerRequest(owner.scope, owner.file, context);
    case 'route-handler':
      return callers.isStatic(owner);
    // `headers()` throws in the Pages Router.
    case 'pages-api':
    case 'get-server-side-props':
    case 'get-initial-props':
      return true;
    // A queue or a workflow engine may run it in a process of its own.
    case 'service-callback':
      return owner.scope.carrier?.kind === 'none';
    default:
      return false;
  }
}

/** Whether a call is made in `after`, where pages and layouts have no headers any more. */
function isAfterResponse(call: NodePath): boolean {
  return enclosingFunctions(call).some((fn) => {
    const holder = callWith(fn);
    const imported = holder && importedValue(calleeOf(holder));
    return imported?.source === 'next/server' && /^(?:unstable_)?after$/.test(imported.name);
  });
}
