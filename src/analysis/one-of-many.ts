import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  argumentsOf,
  asCall,
  bindingOf,
  callWith,
  initOf,
  memberCalled,
  parameterPosition,
  referencesIn,
} from './expressions.js';
import { changesIn, loopsAround, takesNext } from './loops.js';
import { isWithin } from './within-steps.js';

/**
 * Whether `value` is one of many inside `owner`: it depends on the parameter of a callback, on what a loop goes through
 * or changes, or on what a function of its own is called with for each.
 */
export function isOneOfMany(value: NodePath, owner: NodePath<t.Function>): boolean {
  return isWithin(
    value,
    10,
    ({ node }) => node,
    (one) => {
      const loops = loopsAround(one, owner);
      if (loops.some((loop) => takesNext(one, loop))) return true;
      const parts: NodePath[] = [];
      for (const identifier of referencesIn(one)) {
        const binding = identifier.scope.getBinding(identifier.node.name);
        if (!binding) continue;
        const made = madeOf(binding, one, owner);
        if (made === true) return true;
        for (const loop of loops) {
          const changed = changesIn(binding, loop);
          if (changed === true) return true;
          parts.push(...changed);
        }
        parts.push(...made);
      }
      return parts;
    },
  );
}

/** What a variable in `value` is made of; true where it is one of many itself. */
function madeOf(binding: Binding, value: NodePath, owner: NodePath<t.Function>): true | readonly NodePath[] {
  const holder = binding.scope.path;
  // What is bound inside the value itself says nothing of the value.
  if (holder.node === value.node || holder.isDescendant(value)) return [];
  if (holder.node === owner.node ? binding.kind === 'param' : !holder.isDescendant(owner)) return [];
  if (binding.kind === 'param') return holder.isFunction() ? givenTo(binding, holder) : [];
  const declarator = binding.path;
  if (!declarator.isVariableDeclarator()) return [];
  const loop = declarator.parentPath.parentPath;
  if (loop?.isForXStatement() && declarator.parentPath.key === 'left') return true;
  const init = initOf(binding);
  return init ? [init] : [];
}

/** What a parameter of an inner function may be; true where it is one of many. */
function givenTo(parameter: Binding, fn: NodePath<t.Function>): true | readonly NodePath[] {
  if (fn.listKey === 'arguments') return handedTo(fn);
  const position = parameterPosition(parameter, fn);
  const given: NodePath[] = [];
  for (const reference of bindingOf(fn)?.referencePaths ?? []) {
    const call = reference.parentPath && asCall(reference.parentPath);
    if (!call) continue;
    if (reference.key === 'callee') {
      const args = argumentsOf(call).slice(0, (position ?? 0) + 1);
      if (args.some((argument) => argument.isSpreadElement())) return true;
      const argument = position === undefined ? undefined : args[position];
      if (argument) given.push(argument);
    } else if (reference.listKey === 'arguments') {
      const handed = handedTo(reference);
      if (handed === true) return true;
      given.push(...handed);
    }
  }
  return given;
}

/** Methods that call back once with one value, not with one of many. */
const CALLING_ONCE = new Set(['then', 'catch', 'finally', 'transaction', '$transaction', 'withTransaction']);

/** What a function is called back with that is an argument of a call: what it is called on where that is once, else one of many. */
function handedTo(callback: NodePath): true | readonly NodePath[] {
  const call = callWith(callback);
  const callee = call && memberCalled(call);
  return callee?.name !== undefined && CALLING_ONCE.has(callee.name) ? [callee.object] : true;
}
