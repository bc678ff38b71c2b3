import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { isWrapper } from '../source/wrappers.js';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calledName,
  calleeOf,
  callsOf,
  callWith,
  enclosingFunctions,
  initOf,
  literalText,
  memberCalled,
  memberChain,
  unwrap,
} from './expressions.js';

/** The variable that an object is, or is had from by members and calls: `supabase` of `supabase.channel('a')`. */
export function rootOf(object: NodePath): NodePath<t.Identifier> | undefined {
  let root = unwrap(object);
  for (;;) {
    const call = asCall(root);
    const from = call ? calleeOf(call) : asMember(root)?.object;
    if (!from) return root.isIdentifier() ? root : undefined;
    root = unwrap(from);
  }
}

/** Whether what a call or a `new` gives is kept where later requests find it: by a variable of the module, or in an object of one. */
export function isKeptForAll(made: NodePath): boolean {
  return made.getFunctionParent() !== null && placesOf(made, new Set()).length > 0;
}

/** Whether the value of a local variable is kept where later requests find it: `agents.set(id, agent)`. */
export function isPutAside(variable: NodePath<t.Identifier>): boolean {
  return placesOfVariable(variable, new Set()).length > 0;
}

/**
 * Whether a function, by itself or in an object, is kept for all in one place: `notify ??= (id) => …`. What is added to a
 * collection at every request, as a task to a queue, is no such thing.
 */
export function isHeldForAll(fn: NodePath): boolean {
  if (fn.getFunctionParent() === null) return false;
  return placesOf(fn, new Set()).some((place) => {
    const target = targetOfPlace(place);
    // What a call gives may be the request's own: `storage.getStore().onDone = …`
    const root = target && ownRootOf(target);
    return root !== undefined && (isOnePlace(place) || isAskedFor(place, root.node.name));
  });
}

/** The assignments and calls that put a value into something of the module. */
function placesOf(value: NodePath, seen: Set<t.Node>): NodePath[] {
  const whole = wholeOf(value);
  const { key, parentPath: holder } = whole;
  if (!holder) return [];
  if (holder.isAssignmentExpression() && key === 'right') {
    const left = unwrap(holder.get('left') as NodePath);
    if (isOfAll(left) || isOfLastingInstance(left, seen)) return [holder];
    const root = ownRootOf(left);
    return root ? placesOfVariable(root, seen) : [];
  }
  if (holder.isVariableDeclarator() && key === 'init') {
    const id = holder.get('id');
    return id.isIdentifier() ? placesOfVariable(id, seen) : [];
  }
  if (holder.isReturnStatement() || (holder.isArrowFunctionExpression() && key === 'body'))
    return placesOfResult(whole, seen);
  const call = callWith(whole);
  const target = call && targetOfPlace(call);
  return call && target && (isOfAll(target) || isOfLastingInstance(target, seen)) ? [call] : [];
}

function placesOfVariable({ node, scope }: NodePath<t.Identifier>, seen: Set<t.Node>): NodePath[] {
  const binding = scope.getBinding(node.name);
  if (!binding || seen.has(binding.identifier)) return [];
  seen.add(binding.identifier);
  return binding.referencePaths.flatMap((reference) => placesOf(reference, seen));
}

/** What becomes of an object that a function makes. A function that it gives away is called with what its own callers have. */
function placesOfResult(value: NodePath, seen: Set<t.Node>): NodePath[] {
  const fn = value.getFunctionParent();
  const made = followLocal(value);
  if (!fn || seen.has(fn.node) || made.isFunction() || made.isObjectExpression()) return [];
  seen.add(fn.node);
  return callsOf(fn).flatMap((call) => placesOf(call, seen));
}

/** The object or list that a value is part of, or what it is one of several values for. */
function wholeOf(value: NodePath): NodePath {
  let whole = value;
  while (whole.parentPath && isPassedOnBy(whole.parentPath, whole)) whole = whole.parentPath;
  return whole;
}

function isPassedOnBy(holder: NodePath, { key }: NodePath): boolean {
  return (
    isWrapper(holder.node) ||
    holder.isAwaitExpression() ||
    holder.isLogicalExpression() ||
    holder.isObjectExpression() ||
    holder.isArrayExpression() ||
    (holder.isConditionalExpression() && key !== 'test') ||
    (holder.isObjectProperty() && key === 'value')
  );
}

/** What a call or an assignment puts a value into. */
function targetOfPlace(place: NodePath): NodePath | undefined {
  if (place.isAssignmentExpression()) return unwrap(place.get('left') as NodePath);
  const call = asCall(place);
  const member = call && memberCalled(call);
  return PUTS.test(member?.name ?? '') ? member?.object : undefined;
}

const PUTS = /^(?:set|add|push|unshift)$/;

/** Whether there is one such place for all: a name, or a key that is written out. */
function isOnePlace(place: NodePath): boolean {
  if (place.isAssignmentExpression())
    return place.node.operator !== '=' || memberChain(place.get('left') as NodePath) !== undefined;
  const call = asCall(place);
  const [key] = call ? argumentsOf(call) : [];
  return calledName(place as CallPath) === 'set' && key !== undefined && literalText(key.node) !== undefined;
}

/** A variable of the module, or a member of one; a member of what is global. */
function isOfAll(target: NodePath): boolean {
  const root = rootOf(target);
  if (!root) return false;
  const binding = root.scope.getBinding(root.node.name);
  return binding
    ? binding.scope.path.isProgram()
    : root.node.name === 'globalThis' || root.node.name === 'global';
}

/** A member of `this` in a class of which an instance is made by the module, or kept. */
function isOfLastingInstance(target: NodePath, seen: Set<t.Node>): boolean {
  const holder = baseOf(target);
  const made = holder.isThisExpression() ? holder.findParent((one) => one.isClass()) : undefined;
  const { id } = (made?.node ?? {}) as Partial<t.Class>;
  if (!made || !id || seen.has(made.node)) return false;
  seen.add(made.node);
  return (made.scope.getBinding(id.name)?.referencePaths ?? []).some(({ key, parentPath }) => {
    if (key !== 'callee' || !parentPath?.isNewExpression()) return false;
    return parentPath.getFunctionParent() === null || placesOf(parentPath, seen).length > 0;
  });
}

/** The variable that a place is, or is a member of. */
function ownRootOf(place: NodePath): NodePath<t.Identifier> | undefined {
  const root = baseOf(place);
  return root.isIdentifier() ? root : undefined;
}

function baseOf(place: NodePath): NodePath {
  let base = unwrap(place);
  for (let member = asMember(base); member; member = asMember(base)) base = unwrap(member.object);
  return base;
}

/**
 * Whether a call is made for the first request alone: where something that outlives the request is found missing, which
 * the same function provides. `if (!server) { server = …; here }`, or behind `if (server) return server`.
 */
export function isMadeOnce(call: CallPath): boolean {
  const around = enclosingFunctions(call).at(-1);
  if (!around) return false;
  const asked = new Set(testsBefore(call, around).flatMap((test) => namesIn(test, lastingName)));
  if (asked.size === 0) return false;
  const provided = new Set<string | undefined>();
  readBelow(around, {
    AssignmentExpression: (path) => void provided.add(lastingName(path.get('left') as NodePath)),
    CallExpression: (path) => {
      const target = targetOfPlace(path);
      if (target) provided.add(lastingName(target));
    },
  });
  return [...asked].some((name) => provided.has(name));
}

/** Whether a value is only put at `place` where `root`, a variable of the module, is found to have none. */
function isAskedFor(place: NodePath, root: string): boolean {
  const around = enclosingFunctions(place).at(-1);
  return (
    around !== undefined &&
    testsBefore(place, around).some((test) => namesIn(test, lookedUpIn).includes(root))
  );
}

/** The tests that decide whether `at` is come to. */
function testsBefore(at: NodePath, around: NodePath): NodePath[] {
  const start = at.node.start ?? 0;
  const found: NodePath[] = [];
  readBelow(around, {
    IfStatement: (path) => {
      const { consequent, end } = path.node as t.IfStatement;
      if (isAround(consequent, start) || (leaves(consequent) && (end ?? 0) <= start))
        found.push(path.get('test') as NodePath);
    },
    LogicalExpression: (path) => {
      if (isAround((path.node as t.LogicalExpression).right, start)) found.push(path.get('left') as NodePath);
    },
  });
  return found;
}

function isAround({ start, end }: t.Node, offset: number): boolean {
  return (start ?? 0) <= offset && offset < (end ?? 0);
}

function leaves(node: t.Statement): boolean {
  return (
    node.type === 'ReturnStatement' ||
    (node.type === 'BlockStatement' && node.body.at(-1)?.type === 'ReturnStatement')
  );
}

function namesIn(test: NodePath, nameOf: (path: NodePath) => string | undefined): string[] {
  const found: string[] = [];
  const add = (path: NodePath): void => {
    const name = nameOf(path);
    if (name !== undefined) found.push(name);
  };
  add(test);
  readBelow(test, { Identifier: add, MemberExpression: add, OptionalMemberExpression: add });
  return found;
}

/** Where the Pages Router keeps the server of all requests. */
const SERVER = /\.socket\.server\./;

/** What a variable of the module, or a member of one, is called: `server`, `res.socket.server.io`. */
function lastingName(path: NodePath): string | undefined {
  const value = unwrap(path);
  if (value.isIdentifier()) {
    const binding = value.scope.getBinding(value.node.name);
    return binding?.scope.path.isProgram() ? value.node.name : undefined;
  }
  const { root, names } = memberChain(value) ?? {};
  if (!root?.isIdentifier() || !names?.length) return undefined;
  const binding = root.scope.getBinding(root.node.name);
  const name = [root.node.name, ...names].join('.');
  return !binding || binding.scope.path.isProgram() || SERVER.test(name) ? name : undefined;
}

/** The variable of the module that another one is, or was looked up in: `let known = agents.get(team)`. */
function lookedUpIn(path: NodePath): string | undefined {
  if (!path.isIdentifier()) return undefined;
  const own = lastingName(path);
  const binding = own === undefined ? path.scope.getBinding(path.node.name) : undefined;
  const init = binding && initOf(binding);
  const root = init && rootOf(init);
  return root ? lastingName(root) : own;
}
