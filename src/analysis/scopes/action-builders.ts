import type { SourceFile } from '../../source/parse.js';
import { followLocal } from '../exports.js';
import { argumentsOf, type CallPath, memberCalled } from '../expressions.js';
import { functionName } from '../function-name.js';
import type { ModuleHost } from '../module-host.js';
import { callsOf } from '../program.js';
import { builderOrigin } from './builder-origin.js';
import type { FoundScope } from './found-scope.js';

/**
 * The methods of an action builder that take what runs inside the action's request, by `module#export`. Both
 * libraries await each of them (next-safe-action 4 to 8, zsa 0.2 to 0.6).
 */
const BUILDERS: Readonly<Record<string, ReadonlySet<string>>> = {
  'next-safe-action#createSafeActionClient': new Set(['action', 'stateAction', 'use', 'define']),
  'next-safe-action#createMiddleware': new Set(['define']),
  'zsa#createServerAction': new Set(['handler', 'onStart', 'onSuccess', 'onError', 'onComplete']),
  'zsa#createServerActionProcedure': new Set(['handler', 'onStart', 'onSuccess', 'onError', 'onComplete']),
};

/** The actions and middlewares that are handed to an action builder, whatever file they stand in. */
export function builtActions(file: SourceFile, host: ModuleHost): FoundScope[] {
  const found: FoundScope[] = [];
  const visit = (call: CallPath): void => {
    const member = memberCalled(call);
    const [given] = argumentsOf(call);
    const fn = given && followLocal(given);
    if (member?.name === undefined || !fn?.isFunction()) return;
    const origin = builderOrigin(member.object, file, host);
    if (!origin || !BUILDERS[`${origin.source}#${origin.name}`]?.has(member.name)) return;
    const carrier = { kind: 'headers', makesAsync: true } as const;
    found.push({ kind: 'server-action', name: functionName(fn), fn, carrier });
  };
  for (const call of callsOf(file)) visit(call);
  return found;
}
