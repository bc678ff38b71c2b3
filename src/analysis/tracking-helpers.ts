import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { isBackgroundJob } from './background-jobs.js';
import { followLocal, moduleExports } from './exports.js';
import { argumentsOf, asCall, bindingOf, type CallPath } from './expressions.js';
import { programOf } from './program.js';
import type { ReasonId } from './reasons.js';

/** An ordinary function and the places of its file that call it. */
export interface TrackingHelper {
  readonly fn: NodePath<t.Function>;
  /** Why no session can be handed to it; undefined when it can. */
  readonly refusal: ReasonId | undefined;
  readonly sites: readonly CallPath[];
}

/** Describes `fn` as a tracking helper: who calls it, and what keeps it from taking one more parameter. */
export function describeHelper(fn: NodePath<t.Function>, file: SourceFile): TrackingHelper {
  if (isHandedOver(fn))
    return { fn, refusal: isBackgroundJob(fn) ? 'background-job' : 'library-callback', sites: [] };
  if (isMethod(fn)) return { fn, refusal: 'object-or-class-method', sites: [] };
  const binding = bindingOf(fn);
  if (!binding) return { fn, refusal: 'no-request', sites: [] };
  if (isExported(fn, file)) return { fn, refusal: 'exported-helper', sites: [] };
  const sites: CallPath[] = [];
  let passedOn = binding.constantViolations.length > 0;
  for (const reference of binding.referencePaths) {
    const call = reference.parentPath && asCall(reference.parentPath);
    if (call && reference.key === 'callee') sites.push(call);
    else if (!reference.parentPath?.isTSTypeQuery()) passedOn = true;
  }
  return {
    fn,
    refusal: signatureRefusal(fn, binding) ?? (passedOn ? 'helper-passed-as-value' : undefined),
    sites,
  };
}

/** An argument of a call, or a function in an object that is one: `publicProcedure.mutation(async ({ ctx }) => …)`. */
function isHandedOver(fn: NodePath<t.Function>): boolean {
  let holder: NodePath = fn;
  while (holder.listKey === 'properties' || holder.key === 'value' || isWrapping(holder.parentPath)) {
    if (!holder.parentPath) return false;
    holder = holder.parentPath;
  }
  const call = holder.listKey === 'arguments' ? holder.parentPath : null;
  return (
    call?.isCallExpression() === true ||
    call?.isOptionalCallExpression() === true ||
    call?.isNewExpression() === true
  );
}

function isWrapping(path: NodePath | null): boolean {
  return path?.isTSSatisfiesExpression() === true || path?.isTSAsExpression() === true;
}

function isMethod(fn: NodePath<t.Function>): boolean {
  if (fn.isObjectMethod() || fn.isClassMethod() || fn.isClassPrivateMethod()) return true;
  const parent = fn.parentPath;
  return parent?.isObjectProperty() === true || parent?.isClassProperty() === true;
}

function isExported(fn: NodePath<t.Function>, file: SourceFile): boolean {
  return moduleExports(programOf(file)).some(
    (one) => one.kind === 'value' && followLocal(one.value).node === fn.node,
  );
}

function signatureRefusal(fn: NodePath<t.Function>, binding: Binding): ReasonId | undefined {
  if (fn.node.params.some((param) => param.type === 'RestElement')) return 'helper-rest-parameter';
  const declarator = fn.parentPath;
  if (
    declarator?.isVariableDeclarator() &&
    declarator.node.id.type === 'Identifier' &&
    declarator.node.id.typeAnnotation
  ) {
    return 'helper-declared-type';
  }
  return fn.isFunctionDeclaration() && hasOverloads(fn, binding) ? 'helper-declared-type' : undefined;
}

function hasOverloads(fn: NodePath<t.FunctionDeclaration>, binding: Binding): boolean {
  const siblings = fn.container;
  return (
    Array.isArray(siblings) &&
    siblings.some((node) => node.type === 'TSDeclareFunction' && node.id?.name === binding.identifier.name)
  );
}

/** Whether the session can be added to this call of a helper that takes it at `position`. */
export function canHandOn(call: CallPath, position: number): boolean {
  const args = argumentsOf(call);
  return args.length <= position && !args.some((argument) => argument.isSpreadElement());
}
