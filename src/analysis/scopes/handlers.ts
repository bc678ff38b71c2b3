import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { AlongPaths } from '../along-paths.js';
import {
  argumentsOf,
  asCall,
  type CallPath,
  declaredValue,
  keyName,
  memberCalled,
  unwrap,
} from '../expressions.js';
import { firstAndLast } from '../first-and-last.js';
import { returnedFunctions, returnedValues } from './returned-functions.js';

/** The wrapper that a function was given to, and where. */
export interface GivenTo {
  readonly call: CallPath;
  readonly argument: number;
  /** The key of the argument, where that is an object. */
  readonly key: string | undefined;
  /** The callback gives back the function: `wrapper.getServerSideProps((store) => async (context) => …)`. */
  readonly returned: boolean;
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
  calls = new AlongPaths<readonly Handler[]>(),
): readonly Handler[] {
  const target = followNames(value);
  if (target.isFunction()) return given ? answersOf(target, given) : [{ fn: target, given }];
  const call = asCall(target);
  if (!call || calls.isOnPath(call.node)) return [];
  return calls.once(call.node, () => handlersGivenTo(call, calls));
}

/** A callback that gives back functions, and nothing else, only makes what answers. */
function answersOf(callback: NodePath<t.Function>, given: GivenTo): readonly Handler[] {
  const values = callback.node.async || callback.node.generator ? [] : returnedValues(callback);
  const answers = values.length > 0 ? returnedFunctions(callback) : [];
  return answers.length > 0 && answers.length === values.length
    ? answers.map((fn) => ({ fn, given: { ...given, returned: true } }))
    : [{ fn: callback, given }];
}

/** Follows names of the same file, however many, to what they were declared with. */
function followNames(value: NodePath): NodePath {
  const seen = new Set<t.Node>();
  let target = unwrap(value);
  while (target.isIdentifier() && !seen.has(target.node)) {
    seen.add(target.node);
    const binding = target.scope.getBinding(target.node.name);
    const declared = binding && declaredValue(binding);
    if (declared) target = unwrap(declared);
  }
  return target;
}

/** The functions given to `call` and to the calls that its callee hangs on. */
function handlersGivenTo(call: CallPath, calls: AlongPaths<readonly Handler[]>): readonly Handler[] {
  const earlier = memberCalled(call);
  const before = earlier && asCall(unwrap(earlier.object));
  const found = argumentsOf(call).flatMap((argument, index) => {
    const object = unwrap(argument);
    if (!object.isObjectExpression())
      return handlersIn(object, { call, argument: index, key: undefined, returned: false }, calls);
    return object.get('properties').flatMap((property): readonly Handler[] => {
      if (property.isSpreadElement()) return [];
      const value = property.isObjectProperty() ? (property.get('value') as NodePath) : property;
      const key =
        property.isObjectProperty() || property.isObjectMethod() ? keyName(property.node) : undefined;
      return handlersIn(value, { call, argument: index, key, returned: false }, calls);
    });
  });
  const all = [...(before ? handlersGivenTo(before, calls) : []), ...found];
  return firstAndLast(all, ({ fn, given }) => [fn.node, given?.call.node, given?.argument, given?.key]);
}
