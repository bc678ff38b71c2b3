import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  declaredValue,
  keyName,
  unwrap,
} from '../expressions.js';

/** The wrapper that a function was given to, and where. */
export interface GivenTo {
  readonly call: CallPath;
  readonly argument: number;
  /** The key of the argument, where that is an object. */
  readonly key: string | undefined;
}

/** A function that answers when a value is called. */
export interface Handler {
  readonly fn: NodePath<t.Function>;
  /** undefined for a function that is called itself. */
  readonly given: GivenTo | undefined;
}

/**
 * The functions that answer when `value` is called: itself, or the callbacks given to the wrappers around it and to
 * the builders that these were made with (`client.use(first).action(second)`).
 */
export function handlersIn(
  value: NodePath,
  given?: GivenTo,
  seen: ReadonlySet<t.Node> = new Set(),
): Handler[] {
  const target = unwrap(value);
  if (seen.has(target.node)) return [];
  const visited = new Set(seen).add(target.node);
  if (target.isFunctionDeclaration() || target.isFunctionExpression() || target.isArrowFunctionExpression()) {
    return [{ fn: target, given }];
  }
  if (target.isObjectMethod()) return [{ fn: target, given }];
  if (target.isIdentifier()) {
    const binding = target.scope.getBinding(target.node.name);
    const declared = binding && declaredValue(binding);
    return declared ? handlersIn(declared, given, visited) : [];
  }
  const call = asCall(target);
  return call ? handlersGivenTo(call, visited) : [];
}

/** The functions given to `call` and to the calls that its callee hangs on. */
function handlersGivenTo(call: CallPath, seen: ReadonlySet<t.Node>): Handler[] {
  const earlier = asMember(unwrap(calleeOf(call)));
  const before = earlier && asCall(unwrap(earlier.object));
  return [
    ...(before ? handlersGivenTo(before, seen) : []),
    ...argumentsOf(call).flatMap((argument, index) => {
      const object = unwrap(argument);
      if (!object.isObjectExpression())
        return handlersIn(object, { call, argument: index, key: undefined }, seen);
      return object.get('properties').flatMap((property): Handler[] => {
        if (property.isSpreadElement()) return [];
        const value = property.isObjectProperty() ? (property.get('value') as NodePath) : property;
        const key =
          property.isObjectProperty() || property.isObjectMethod() ? keyName(property.node) : undefined;
        return handlersIn(value, { call, argument: index, key }, seen);
      });
    }),
  ];
}
