import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { hasWord } from '../source/may-take.js';
import type { SourceFile } from '../source/parse.js';
import { type Callers, isForBrowser } from './action-callers.js';
import { placeOfCall, usesOf } from './function-uses.js';
import { type MachineCaller, machineCallerOf } from './machine-callers.js';
import type { AnalysisContext, Place } from './model.js';
import type { ScopeOwner } from './owners.js';
import { hasDirective } from './program.js';
import { isTestFile } from './route-files.js';

/** Whose request a function runs in, and where the handlers of such requests call it. */
interface CalledByMachine {
  readonly reason: MachineCaller;
  readonly places: readonly Place[];
}

/**
 * Who runs an exported Server Action that only handlers of webhooks, schedulers and the like call, as a plain function:
 * then it runs in their requests. Undefined where anything else may call it, above all code of the browser, and where
 * that is not looked for.
 */
export function machineCallerOfAction(
  { scope, file }: ScopeOwner,
  context: AnalysisContext,
  callers: Pick<Callers, 'sitesOf' | 'ownerOf'>,
): CalledByMachine | undefined {
  const { host } = context;
  if (!hasDirective(file, 'use server') || host.mayLookEverywhere?.() === false) return undefined;
  const users = host.users?.(file.path) ?? [];
  if (!users.some((user) => !isTestFile(user) && !isForBrowser(host.text?.(user)))) return undefined;
  const found: CalledByMachine[] = [];
  const seen = new Set<t.Node>();
  const isAllOfMachines = (fn: NodePath<t.Function>, of: SourceFile): boolean => {
    if (seen.has(fn.node)) return true;
    seen.add(fn.node);
    const sites = callers.sitesOf(fn, of);
    if (sites.length === 0) return false;
    const isAll = sites.every((site) => {
      const owner = callers.ownerOf(site);
      if (owner.kind === 'helper') return isAllOfMachines(owner.fn, owner.file);
      const reason = owner.kind === 'scope' ? machineCallerOf(owner.scope, owner.file, context) : undefined;
      if (reason === undefined) return false;
      found.push({ reason, places: [placeOfCall(site)] });
      return true;
    });
    return isAll && isOnlyCalled(fn, of, context);
  };
  const [first] = isAllOfMachines(scope.fn, file) ? found : [];
  return first && { reason: first.reason, places: found.flatMap(({ places }) => places) };
}

/** Whether nothing is done with a function but calling it, and not in the browser: `<form action={save}>` is for that. */
function isOnlyCalled(fn: NodePath<t.Function>, file: SourceFile, { host }: AnalysisContext): boolean {
  const { escapes, exportedAs, isComplete } = usesOf(fn, file, host);
  const isTakenBy = (text: string): boolean =>
    exportedAs.some(({ name }) => name === 'default' || hasWord(name, text));
  return (
    isComplete &&
    escapes.length === 0 &&
    !exportedAs.some((one) =>
      host.users?.(one.file.path)?.some((user) => {
        const text = host.text?.(user);
        return text !== undefined && isForBrowser(text) && isTakenBy(text);
      }),
    )
  );
}
