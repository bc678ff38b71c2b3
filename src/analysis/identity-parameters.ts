import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, destructuredFrom, referencesIn } from './expressions.js';
import type { CallRewrite } from './model.js';
import { ownDistinctId } from './session-arguments.js';
import type { HandOn } from './session-flow.js';

/** The parameters of each tracking helper, by index, that its calls take their `distinctId` from. */
export type IdentityParameters = ReadonlyMap<t.Node, ReadonlySet<number>>;

/** Follows `distinctId` from the Signal calls in helpers back to their parameters, through helpers that call helpers. */
export function identityParameters(
  helpers: readonly { readonly fn: NodePath<t.Function>; readonly calls: readonly CallRewrite[] }[],
  handsOn: readonly HandOn[],
): IdentityParameters {
  const positions = new Map<t.Node, Set<number>>();
  const add = (fn: NodePath<t.Function>, value: NodePath): boolean => {
    const known = positions.get(fn.node) ?? new Set<number>();
    const before = known.size;
    for (const position of parametersIn(value, fn)) known.add(position);
    positions.set(fn.node, known);
    return known.size > before;
  };
  for (const { fn, calls } of helpers) {
    for (const id of calls.flatMap(distinctIdsOf)) add(fn, id);
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const { owner, helper, call } of handsOn) {
      if (owner.kind !== 'helper') continue;
      for (const position of positions.get(helper.fn.node) ?? []) {
        const argument = argumentsOf(call)[position];
        if (argument && add(owner.fn, argument)) grown = true;
      }
    }
  }
  return positions;
}

function distinctIdsOf({ targets }: CallRewrite): NodePath[] {
  return targets.flatMap((target) => {
    if (target.kind === 'positions' || !target.missing.includes('distinctId')) return [];
    const id = ownDistinctId(target.kind === 'literal' ? target.object : target.argument);
    return id ? [id] : [];
  });
}

/** The indices of the parameters of `fn` that `value` is made of. */
function parametersIn(value: NodePath, fn: NodePath<t.Function>, depth = 0): number[] {
  if (depth > 10) return [];
  return referencesIn(value).flatMap((identifier) => {
    const binding = identifier.scope.getBinding(identifier.node.name);
    if (!binding) return [];
    if (binding.kind === 'param' && binding.scope.path.node === fn.node) {
      const { start } = binding.identifier;
      return fn.node.params.flatMap((param, index) =>
        (start ?? 0) >= (param.start ?? 0) && (start ?? 0) < (param.end ?? 0) ? [index] : [],
      );
    }
    if (!binding.path.isVariableDeclarator()) return [];
    const init = (destructuredFrom(binding)?.from ?? binding.path.get('init')) as NodePath;
    return init.node ? parametersIn(init, fn, depth + 1) : [];
  });
}
