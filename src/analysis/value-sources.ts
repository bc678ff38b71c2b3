import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  asCall,
  asMember,
  calledName,
  initOf,
  keyName,
  literalText,
  parameterPosition,
  paramsOf,
  targetOf,
  unwrap,
} from './expressions.js';
import { isUndefined } from './session-arguments.js';
import { isNothing } from './use-positions.js';

/** A part of what a function is given: a parameter, and the keys that lead on from it. */
export interface GivenPart {
  readonly fn: NodePath<t.Function>;
  readonly index: number;
  readonly route: readonly string[];
}

/** What a value is: nothing for sure, what callers give in one of some places, or something else. */
export type ValueSource = 'nothing' | 'something' | readonly GivenPart[];

const MOST_HOPS = 20;

/** Tells by the text of a file what a value is made of, as far as it is nothing or comes with a parameter. */
export class ValueSources {
  readonly #known = new Map<t.Node, Map<string, ValueSource>>();

  /** What `route`, the names of members, leads to from `value`. */
  sourceOf(value: NodePath, route: readonly string[], hops = 0): ValueSource {
    const inner = unwrap(value);
    if (hops > MOST_HOPS) return 'something';
    const ofNode = this.#known.get(inner.node) ?? new Map<string, ValueSource>();
    this.#known.set(inner.node, ofNode);
    const key = route.join('.');
    const known = ofNode.get(key);
    if (known !== undefined) return known;
    // What leads back to itself is nothing that can be told.
    ofNode.set(key, 'something');
    const found = this.#find(inner, route, hops + 1);
    ofNode.set(key, found);
    return found;
  }

  /** What a call gives in a place, given the arguments that it calls the function with. */
  givenIn({ fn, index, route }: GivenPart, args: readonly NodePath[]): ValueSource {
    if (args.slice(0, index + 1).some((one) => one.isSpreadElement())) return 'something';
    const argument = args[index];
    const param = paramsOf(fn)[index];
    if (argument && !isUndefined(argument)) return this.sourceOf(argument, route);
    return param?.isAssignmentPattern() ? this.sourceOf(param.get('right'), route) : 'nothing';
  }

  #find(value: NodePath, route: readonly string[], hops: number): ValueSource {
    const again = (path: NodePath): ValueSource => this.sourceOf(path, route, hops);
    if (isNothing(value) || literalText(value.node) === '') return 'nothing';
    if (value.isUnaryExpression({ operator: 'void' })) return 'nothing';
    if (value.isAwaitExpression()) return again(value.get('argument'));
    if (value.isLogicalExpression()) {
      const right = again(value.get('right'));
      return value.node.operator === '&&' ? right : oneOf([again(value.get('left')), right]);
    }
    if (value.isConditionalExpression())
      return oneOf([again(value.get('consequent')), again(value.get('alternate'))]);
    if (value.isObjectExpression()) return this.#ofObject(value, route, hops);
    const member = asMember(value);
    if (member) {
      return member.name === undefined
        ? 'something'
        : this.sourceOf(member.object, [member.name, ...route], hops);
    }
    return value.isIdentifier() ? this.#ofVariable(value, route, hops) : 'something';
  }

  /** What is written later takes the place of what is spread before it. */
  #ofObject(
    object: NodePath<t.ObjectExpression>,
    [name, ...rest]: readonly string[],
    hops: number,
  ): ValueSource {
    if (name === undefined) return 'something';
    const found: ValueSource[] = [];
    let isUnsure = false;
    for (const property of [...object.get('properties')].reverse()) {
      if (property.isSpreadElement()) {
        const spread = this.sourceOf(property.get('argument'), [name, ...rest], hops);
        if (spread === 'something') isUnsure = true;
        else found.push(spread);
        continue;
      }
      if (keyName(property.node as t.ObjectMember) !== name) continue;
      const isMethod = !property.isObjectProperty();
      found.push(isMethod ? 'something' : this.sourceOf(property.get('value') as NodePath, rest, hops));
      break;
    }
    const all = oneOf(found);
    return all === 'nothing' && isUnsure ? 'something' : all;
  }

  #ofVariable(identifier: NodePath<t.Identifier>, route: readonly string[], hops: number): ValueSource {
    const binding = identifier.scope.getBinding(identifier.node.name);
    if (!binding?.constant) return 'something';
    if (binding.kind === 'param') return partOf(binding, route);
    const init = initOf(binding);
    if (!init || !binding.path.isVariableDeclarator()) return 'something';
    const id = binding.path.get('id');
    if (id.isObjectPattern()) {
      const steps = stepsTo(id, binding);
      return steps ? this.sourceOf(init, [...steps, ...route], hops) : 'something';
    }
    const found = id.isIdentifier() ? this.sourceOf(init, route, hops) : 'something';
    return found === 'nothing' && mayBeFilled(binding) ? 'something' : found;
  }
}

/** Of several values, of which one counts. */
export function oneOf(sources: readonly ValueSource[]): ValueSource {
  if (sources.includes('something')) return 'something';
  const parts = sources.flatMap((one) => (typeof one === 'string' ? [] : one));
  return parts.length > 0 ? parts : 'nothing';
}

function partOf(binding: Binding, route: readonly string[]): ValueSource {
  const fn = binding.scope.path;
  const index = fn.isFunction() ? parameterPosition(binding, fn) : undefined;
  const param = fn.isFunction() && index !== undefined ? paramsOf(fn)[index] : undefined;
  if (!fn.isFunction() || index === undefined || !param) return 'something';
  const target = targetOf(param);
  if (target.isIdentifier()) return [{ fn, index, route }];
  const steps = target.isObjectPattern() ? stepsTo(target, binding) : undefined;
  return steps ? [{ fn, index, route: [...steps, ...route] }] : 'something';
}

/** What leads from what a pattern takes apart to a variable of it, where that has no other value when it is missing. */
function stepsTo({ node }: NodePath<t.ObjectPattern>, { identifier }: Binding): string[] | undefined {
  for (const one of node.properties) {
    if (one.type === 'RestElement' && one.argument === identifier) return [];
    if (one.type === 'ObjectProperty' && one.value === identifier) {
      const key = keyName(one);
      return key === undefined ? undefined : [key];
    }
  }
  return undefined;
}

/** `const ids: Ids = {}; ids.sessionId = …`: whether an object gets what it is not declared with. */
function mayBeFilled({ referencePaths }: Binding): boolean {
  return referencePaths.some(({ parentPath, key, listKey }) => {
    if (listKey !== 'arguments') return key === 'object' && parentPath?.key === 'left';
    const call = parentPath && asCall(parentPath);
    return call && key === 0 && calledName(call) === 'assign';
  });
}
