import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { asMember, calleeOf, callWith, targetOf, unwrap } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { resolved } from './project-values.js';
import { isWithin } from './within-steps.js';

/** A parameter of a function of the project. */
interface Parameter {
  readonly fn: NodePath<t.Function>;
  readonly position: number;
  readonly file: SourceFile;
}

const MOST_CALLS = 4;

/** Whether a function reads something off what it is given, itself or by another function, and waits for it nowhere. */
export function readsAtOnce(
  fn: NodePath<t.Function>,
  position: number,
  file: SourceFile,
  host: ModuleHost,
): boolean {
  return isWithin<Parameter>(
    { fn, position, file },
    MOST_CALLS,
    (one) => one.fn.node,
    (one) => readOrHandedOn(one, host),
  );
}

function readOrHandedOn({ fn, position, file }: Parameter, host: ModuleHost): true | readonly Parameter[] {
  const param = (fn.get('params') as NodePath[])[position];
  const target = param && targetOf(param);
  if (target?.isObjectPattern()) return true;
  const uses = target?.isIdentifier() ? (fn.scope.getOwnBinding(target.node.name)?.referencePaths ?? []) : [];
  if (uses.some(isWaitedFor)) return [];
  if (uses.some((use) => use.key === 'object')) return true;
  return uses.flatMap((use): readonly Parameter[] => {
    const call = callWith(use);
    const found = call && resolved(calleeOf(call), file, host);
    const called = found && unwrap(found.value);
    return found && called?.isFunction() ? [{ fn: called, position: Number(use.key), file: found.file }] : [];
  });
}

/** `await given`, `given.then(…)`, `Promise.all([given])`, `use(given)` */
function isWaitedFor(use: NodePath): boolean {
  const around = use.parentPath;
  if (!around || around.isAwaitExpression() || around.isArrayExpression()) return true;
  const member = use.key === 'object' ? asMember(around) : undefined;
  if (member) return /^(?:then|catch|finally)$/.test(member.name ?? '');
  const call = callWith(use);
  const callee = call && calleeOf(call);
  return (
    callee?.isIdentifier({ name: 'use' }) === true ||
    (callee ? asMember(callee) : undefined)?.object.isIdentifier({ name: 'Promise' }) === true
  );
}
