import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  asCall,
  asMember,
  type CallPath,
  initOf,
  isPartOf,
  referencesIn,
  unwrap,
  withoutAwait,
} from './expressions.js';
import { isNamedFor } from './id-names.js';
import { leaves } from './leaving.js';
import { isOfSignedIn } from './signed-in.js';
import { isSessionCheck } from './user-sessions.js';
import { isWithin } from './within-steps.js';

/** Names of people on the other side of what the visitor does, where somebody else is on his: alone they may be him. */
const OTHER_SIDE =
  /(?:^|[a-z_])(?:seller|buyer|vendor|target|friend|followee|partner|opponent|other|owner|author)_?(?:User|Member|Person)?(?:_?(?:id|email))?$/i;

/** The own id of a call of a function. */
export interface OwnId {
  readonly call: CallPath;
  readonly id: NodePath;
}

/**
 * Of the own ids of the calls of one function, those of other people than the visitor: where the calls are about
 * several, he is the one who is signed in, or else the one whose name does not put him on the other side.
 */
export function otherPeople(ids: readonly OwnId[], owner: NodePath<t.Function>): ReadonlySet<NodePath> {
  const known = ids.flatMap((one) => {
    const key = keyOf(one.id);
    if (key === undefined) return [];
    return [
      { ...one, key, isSignedIn: isSignedIn(one.id, owner), isOtherSide: isNamedFor(one.id, OTHER_SIDE) },
    ];
  });
  const others = known.filter((one) =>
    known.some((visitor) => {
      if (visitor.key === one.key || visitor.isOtherSide || !mayBothRun(one.call, visitor.call)) return false;
      if (one.isOtherSide) return true;
      return visitor.isSignedIn && !one.isSignedIn && isOfRecord(one.id) && !isMadeOf(visitor.id, one.id);
    }),
  );
  return new Set(others.map(({ id }) => id));
}

/** Text that two ids have in common when they are the same; undefined for what is no variable or member of one. */
function keyOf(path: NodePath): string | undefined {
  const value = unwrap(path);
  if (value.isLogicalExpression()) return keyOf(value.get('left'));
  if (value.isIdentifier()) {
    const start = value.scope.getBinding(value.node.name)?.identifier.start;
    return `${value.node.name}@${start ?? ''}`;
  }
  const member = asMember(value);
  const object = member?.name === undefined ? undefined : keyOf(member.object);
  return object === undefined ? undefined : `${object}.${member?.name}`;
}

/** `member.id`, `order.userId`: who stands in what was loaded, where a variable may well hold the visitor's other id. */
function isOfRecord(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isLogicalExpression()) return isOfRecord(value.get('left'));
  return asMember(value)?.name !== undefined;
}

/** Whether an id is made of who is signed in. */
export function isSignedIn(id: NodePath, owner: NodePath<t.Function>): boolean {
  return isWithin(
    id,
    5,
    ({ node }) => node,
    (one) => {
      const call = asCall(withoutAwait(one));
      if (call && isSessionCheck(call)) return true;
      const read = referencesIn(one);
      return read.some((each) => isOfSignedIn(each, owner)) || read.flatMap(sourceOf);
    },
  );
}

/** What a variable is declared with. */
function sourceOf({ node, scope }: NodePath<t.Identifier>): NodePath[] {
  const binding = scope.getBinding(node.name);
  const init = binding && initOf(binding);
  return init ? [init] : [];
}

/** Whether an id is made of the variable of another one, and so is the same person's. */
function isMadeOf(id: NodePath, other: NodePath): boolean {
  const bindings = referencesIn(other).map(({ node, scope }) => scope.getBinding(node.name));
  return isWithin(
    id,
    5,
    ({ node }) => node,
    (one) => {
      const read = referencesIn(one);
      return (
        read.some(({ node, scope }) => bindings.includes(scope.getBinding(node.name))) ||
        read.flatMap(sourceOf)
      );
    },
  );
}

/** Whether one request may make both calls: neither stands in a branch that leads past the other. */
function mayBothRun(one: NodePath, other: NodePath): boolean {
  return one.node !== other.node && !leadsPast(one, other) && !leadsPast(other, one);
}

function leadsPast(one: NodePath, other: NodePath): boolean {
  for (let part = one; part.parentPath; part = part.parentPath) {
    const { parentPath: holder, key, node } = part;
    const isBranch = key === 'consequent' || key === 'alternate' || holder.isSwitchStatement();
    if (!isBranch || isPartOf(other.node, node)) continue;
    if (isPartOf(other.node, holder.node)) return !isInTest(other, holder);
    if (part.isStatement() && leaves(part.node) && isAfter(other, holder)) return true;
  }
  return false;
}

function isInTest({ node }: NodePath, holder: NodePath): boolean {
  const { test } = holder.node as Partial<t.IfStatement>;
  return !!test && isPartOf(node, test);
}

function isAfter({ node }: NodePath, { node: before }: NodePath): boolean {
  return (before.end ?? 0) <= (node.start ?? 0);
}
