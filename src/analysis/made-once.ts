import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { isWrapper } from '../source/wrappers.js';
import {
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  callWith,
  enclosingFunctions,
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
  if (made.getFunctionParent() === null) return false;
  let value = made;
  while (value.parentPath && (isWrapper(value.parentPath.node) || value.parentPath.isLogicalExpression()))
    value = value.parentPath;
  const holder = value.parentPath;
  if (holder?.isAssignmentExpression() && value.key === 'right') {
    const left = unwrap(holder.get('left') as NodePath);
    return isOfAll(left) || (left.isIdentifier() && isPutAside(left));
  }
  if (!holder?.isVariableDeclarator() || value.key !== 'init') return false;
  const id = holder.get('id');
  return id.isIdentifier() && isPutAside(id);
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

/** Whether the value of a local variable is put into something of the module: `agents.set(id, agent)`. */
function isPutAside({ node, scope }: NodePath<t.Identifier>): boolean {
  const references = scope.getBinding(node.name)?.referencePaths ?? [];
  return references.some((reference) => {
    const holder = reference.parentPath;
    if (holder?.isAssignmentExpression() && reference.key === 'right')
      return isOfAll(holder.get('left') as NodePath);
    const call = callWith(reference);
    const member = call && memberCalled(call);
    return /^(?:set|add|push)$/.test(member?.name ?? '') && isOfAll(member?.object as NodePath);
  });
}

/**
 * Whether a call is made for the first request alone: where something that outlives the request is found missing, which
 * the same function provides. `if (!server) { server = …; here }`, or behind `if (server) return server`.
 */
export function isMadeOnce(call: CallPath): boolean {
  const around = enclosingFunctions(call).at(-1);
  const start = call.node.start ?? 0;
  if (!around) return false;
  const asked = new Set<string>();
  const provided = new Set<string>();
  readBelow(around, {
    IfStatement: (path) => {
      const statement = path as NodePath<t.IfStatement>;
      const inside = isAround(statement.node.consequent, start);
      if (!inside && !(leaves(statement.node.consequent) && (statement.node.end ?? 0) <= start)) return;
      for (const name of lastingNamesIn(statement.get('test') as NodePath)) asked.add(name);
    },
    AssignmentExpression: (path) => {
      const name = lastingName(path.get('left') as NodePath);
      if (name !== undefined) provided.add(name);
    },
    CallExpression: (path) => {
      const member = asMember(unwrap(path.get('callee') as NodePath));
      const name = /^(?:set|add)$/.test(member?.name ?? '')
        ? lastingName(member?.object as NodePath)
        : undefined;
      if (name !== undefined) provided.add(name);
    },
  });
  return [...provided].some((name) => asked.has(name));
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

function lastingNamesIn(test: NodePath): string[] {
  const found: string[] = [];
  const add = (path: NodePath): void => {
    const name = lastingName(path);
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
