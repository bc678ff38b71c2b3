import type { NodePath } from '@babel/traverse';
import { readBelow } from '../../source/crawl.js';
import type { SourceFile } from '../../source/parse.js';
import { argumentsOf, asCall, type CallPath, calledName, calleeOf, keyName, unwrap } from '../expressions.js';
import type { ModuleHost } from '../module-host.js';
import { programOf } from '../program.js';

const CANDIDATE = /\bcreate(?:\w*Caller|\w*SSGHelpers|ServerSideHelpers)/;
const CALLER = /^create\w*Caller$/;
const HELPERS = /^create(?:\w*SSGHelpers|ServerSideHelpers)$/;

const answers = new WeakMap<ModuleHost, boolean>();

/**
 * Whether some TypeScript file of the project writes a whole context out for a caller: `createCaller({ session, db })` or
 * `createServerSideHelpers({ router, ctx: { db } })`. It would lack a key that the context gains.
 */
export function isWrittenOut(host: ModuleHost): boolean {
  const known = answers.get(host);
  if (known !== undefined) return known;
  const answer = (host.sourcePaths ?? []).some((path) => {
    if (!/\.[cm]?tsx?$/.test(path) || !CANDIDATE.test(host.text?.(path) ?? '')) return false;
    const file = host.load(path);
    return file !== undefined && writesContext(file);
  });
  answers.set(host, answer);
  return answer;
}

function writesContext(file: SourceFile): boolean {
  let found = false;
  readBelow(programOf(file), {
    CallExpression: (call) => {
      const name = callerName(call);
      const [argument] = argumentsOf(call);
      if (name === undefined || !argument?.isObjectExpression()) return;
      if (CALLER.test(name)) found ||= isWhole(argument);
      if (!HELPERS.test(name)) return;
      for (const property of argument.get('properties')) {
        if (!property.isObjectProperty() || keyName(property.node) !== 'ctx') continue;
        found ||= isWhole(property.get('value') as NodePath);
      }
    },
  });
  return found;
}

/** `createCaller` of `router.createCaller(…)` and of `createCallerFactory(router)(…)`. */
function callerName(call: CallPath): string | undefined {
  const made = asCall(unwrap(calleeOf(call)));
  if (made) return callerName(made) === 'createCallerFactory' ? 'createCaller' : undefined;
  return calledName(call);
}

/** A literal without a spread; one that spreads a context has all of its keys. */
function isWhole(value: NodePath): boolean {
  return value.isObjectExpression() && value.node.properties.every(({ type }) => type !== 'SpreadElement');
}
