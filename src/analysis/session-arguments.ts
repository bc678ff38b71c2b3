import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { assignedMember } from './assigned-members.js';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asMember,
  type CallPath,
  importedFrom,
  keyName,
  literalText,
  unwrap,
} from './expressions.js';
import type { ArgumentTarget, DistinctIdPolicy } from './model.js';
import type { ReasonId } from './reasons.js';
import type { SessionOrigin } from './session-origin.js';
import { SESSION_KEYS, type SessionKey, type SessionMethod, slotOf } from './signal-methods.js';
import { SDK_MODULES } from './signal-module.js';
import { isSomebodyElses } from './somebody-elses.js';

/** Whether the arguments of a Signal call carry the session, and what they lack. */
export type ArgumentState =
  | { readonly kind: 'forwarded' }
  | { readonly kind: 'incomplete'; readonly partial: boolean; readonly targets: readonly ArgumentTarget[] }
  | { readonly kind: 'refused'; readonly reason: ReasonId };

/** `misspelled`: it would be ours, were the header's name not almost, but not quite, that of the session. */
type KeyState = 'ours' | 'foreign' | 'misspelled' | 'absent';

/**
 * Reads the arguments of `call`.
 * @param owner the request scope or tracking helper around the call: ids of its inner callbacks are somebody else's.
 * @param heldIn the ids that a value which is handed on whole may hold already.
 */
export function argumentState(
  call: CallPath,
  method: SessionMethod,
  origin: SessionOrigin,
  owner: NodePath<t.Function> | undefined,
  policy: DistinctIdPolicy,
  heldIn: (value: NodePath) => readonly SessionKey[] = () => [],
): ArgumentState {
  const args = argumentsOf(call);
  if (args.some((argument) => argument.isSpreadElement()))
    return { kind: 'refused', reason: 'spread-arguments' };
  const slot = slotOf(method);
  if (slot.kind === 'positions') {
    if (args.length < slot.required) return { kind: 'refused', reason: 'missing-arguments' };
    const states = SESSION_KEYS.map((key) => valueState(args[slot[key]], key, origin));
    return stateOf(states, [{ kind: 'positions', missing: absent(states) }]);
  }
  const [argument] = args;
  if (!argument) return { kind: 'refused', reason: 'missing-arguments' };
  const branches = branchesOf(argument).map((branch) => {
    const states = SESSION_KEYS.map((key) => objectState(branch, key, origin));
    const missing: SessionKey[] = absent(states);
    const takesDistinctId =
      method === 'capture' && missing.length === 2 && wrapsDistinctId(branch, origin, owner, policy);
    if (takesDistinctId) missing.unshift('distinctId');
    // What is spread later is what counts; one of several values is no more than likely to hold any.
    const held = wholesIn(branch)
      .filter((value) => !unwrap(value).isLogicalExpression())
      .map((value) => ({ value, keys: heldIn(value).filter((key) => missing.includes(key)) }))
      .findLast(({ keys }) => keys.length > 0);
    const target = branch.isObjectExpression()
      ? ({ kind: 'literal', object: branch, missing, held } as const)
      : ({ kind: 'value', argument: branch, missing, held } as const);
    return { states, target };
  });
  const isOutOfReach = branches.some(({ target: { held } }) => held !== undefined && !isReadable(held.value));
  const state = stateOf(
    branches.flatMap(({ states }) => states),
    branches.map(({ target }) => target),
  );
  return state.kind === 'incomplete' && isOutOfReach ? { kind: 'refused', reason: 'held-session-id' } : state;
}

function stateOf(states: readonly KeyState[], targets: readonly ArgumentTarget[]): ArgumentState {
  if (states.includes('foreign')) return { kind: 'refused', reason: 'foreign-session-id' };
  if (states.includes('misspelled')) return { kind: 'refused', reason: 'misspelled-session-header' };
  const open = targets.filter(({ missing }) => missing.length > 0);
  if (!states.includes('absent')) return { kind: 'forwarded' };
  return { kind: 'incomplete', partial: states.includes('ours'), targets: open };
}

function absent(states: readonly KeyState[]): SessionKey[] {
  return SESSION_KEYS.filter((_, index) => states[index] === 'absent');
}

function valueState(value: NodePath | undefined, key: SessionKey, origin: SessionOrigin): KeyState {
  if (!value || isUndefined(value)) return 'absent';
  if (origin.isId(value, key)) return 'ours';
  return origin.isAlmostId(value, key) ? 'misspelled' : 'foreign';
}

export function isUndefined(path: NodePath): boolean {
  const value = unwrap(path);
  return value.isIdentifier({ name: 'undefined' }) || value.isUnaryExpression({ operator: 'void' });
}

/** `cond ? { … } : { … }` has two literals to complete; anything else is one value. */
function branchesOf(argument: NodePath): NodePath[] {
  const value = unwrap(argument);
  if (!value.isConditionalExpression())
    return [value.isObjectExpression() && takesMoreKeys(argument) ? value : argument];
  const branches = [...branchesOf(value.get('consequent')), ...branchesOf(value.get('alternate'))];
  return branches.every((branch) => branch.isObjectExpression()) ? branches : [argument];
}

/** `{ … } satisfies ShopEvent` takes no key that the application's type lacks. */
function takesMoreKeys(argument: NodePath): boolean {
  if (argument.isTSSatisfiesExpression()) {
    const type = argument.node.typeAnnotation;
    const name =
      type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : '';
    const binding = argument.scope.getBinding(name);
    const source = binding && importedFrom(binding)?.source;
    return SDK_MODULES.some((one) => one === source);
  }
  const inner = argument.isTSAsExpression() || argument.isParenthesizedExpression();
  return !inner || takesMoreKeys(argument.get('expression') as NodePath);
}

/** What an argument is when it is no literal, or all that is spread into it. */
function wholesIn(argument: NodePath): NodePath[] {
  const value = unwrap(argument);
  if (!value.isObjectExpression()) return [argument];
  return value.get('properties').flatMap((one) => (one.isSpreadElement() ? [one.get('argument')] : []));
}

/** The variable that an argument is, or that is spread into it, where it is only one. */
export function wholeValueIn(argument: NodePath): NodePath<t.Identifier> | undefined {
  const value = unwrap(argument);
  if (value.isIdentifier()) return value;
  if (!value.isObjectExpression()) return undefined;
  const spread = value.get('properties').flatMap((one) => (one.isSpreadElement() ? one.get('argument') : []));
  const [only] = spread.map(unwrap);
  return spread.length === 1 && only?.isIdentifier() ? only : undefined;
}

function objectState(argument: NodePath, key: SessionKey, origin: SessionOrigin): KeyState {
  const value = unwrap(argument);
  if (!value.isObjectExpression()) return wholeState(value, key, origin);
  let state: KeyState = 'absent';
  for (const property of value.get('properties')) {
    if (property.isSpreadElement()) {
      const spread = wholeState(property.get('argument'), key, origin);
      if (spread !== 'absent') state = spread;
    } else if (property.isObjectProperty() && keyName(property.node) === key) {
      state = valueState(property.get('value') as NodePath, key, origin);
    }
  }
  return state;
}

/** What an object that is handed on whole says of an id, as far as it is written out somewhere. */
function wholeState(value: NodePath, key: SessionKey, origin: SessionOrigin): KeyState {
  const assigned = assignedMember(unwrap(value), key, value);
  if (assigned) return valueState(assigned, key, origin);
  if (origin.isSession(value, key)) return 'ours';
  const literal = followLocal(value);
  return literal.node !== value.node && literal.isObjectExpression()
    ? objectState(literal, key, origin)
    : 'absent';
}

/** Whether the header's distinct id may stand beside the application's own in this argument. */
function wrapsDistinctId(
  argument: NodePath,
  origin: SessionOrigin,
  owner: NodePath<t.Function> | undefined,
  policy: DistinctIdPolicy,
): boolean {
  const own = ownDistinctId(argument);
  if (!own || policy === 'keep' || origin.isId(own, 'distinctId') || isOfIdentity(argument)) return false;
  // `'u1' || distinctId` never comes to its second half, and TypeScript says so.
  if (policy === 'app-first' && isAlwaysTruthy(own)) return false;
  return !owner || !isSomebodyElses(own, owner, origin.path);
}

/** Events that say who somebody is: their own id is the point of them, as it is of `identify` and `alias`. */
const IDENTITY_EVENT = /^\$(?:identify|create_alias|merge_dangerously|groupidentify)$/;

function isOfIdentity(argument: NodePath): boolean {
  const value = unwrap(argument);
  return (
    value.isObjectExpression() &&
    value.node.properties.some(
      (one) =>
        one.type === 'ObjectProperty' &&
        keyName(one) === 'event' &&
        IDENTITY_EVENT.test(literalText(one.value) ?? ''),
    )
  );
}

/** Whether the text itself shows that the value cannot be empty. */
function isAlwaysTruthy(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isStringLiteral()) return value.node.value !== '';
  if (value.isTemplateLiteral()) return value.node.quasis.some(({ value: part }) => part.raw !== '');
  if (value.isLogicalExpression() && value.node.operator !== '&&') return isAlwaysTruthy(value.get('right'));
  return (
    value.isConditionalExpression() &&
    isAlwaysTruthy(value.get('consequent')) &&
    isAlwaysTruthy(value.get('alternate'))
  );
}

/** The value that `distinctId` has in an argument, or the value it can be read from. */
export function ownDistinctId(argument: NodePath): NodePath | undefined {
  const value = unwrap(argument);
  if (!value.isObjectExpression()) return isReadable(value) ? value : undefined;
  const spreads: NodePath[] = [];
  for (const property of value.get('properties')) {
    if (property.isSpreadElement()) {
      spreads.push(property.get('argument'));
    } else if (property.isObjectProperty() && keyName(property.node) === 'distinctId') {
      return property.get('value') as NodePath;
    }
  }
  const [only] = spreads;
  // With several spreads there is no telling which of them holds the id.
  return only && spreads.length === 1 && isReadable(only) ? unwrap(only) : undefined;
}

/** A value that can be named twice: a variable or a property of one. */
function isReadable(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isIdentifier()) return !isUndefined(value);
  const member = asMember(value);
  return member?.name !== undefined && isReadable(member.object);
}
