import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { VisitorByType } from '../source/crawl.js';
import {
  argumentsOf,
  asCall,
  asMember,
  declaredValue,
  destructuredFrom,
  keyName,
  memberCalled,
  unwrap,
} from './expressions.js';

/** Adds the query parameters that are read by name to `keys`, from `searchParams` or a Pages request's `query`. */
export function queryReads(keys: Set<string>): VisitorByType {
  const add = (key: string | undefined): void => {
    if (key !== undefined) keys.add(key);
  };
  const visitMember = (path: NodePath): void => {
    const member = asMember(path);
    if (member && isQuery(member.object)) add(member.name);
  };
  const visitCall = (path: NodePath): void => {
    const call = asCall(path);
    const callee = call && memberCalled(call);
    if (!call || callee?.name !== 'get' || !isQuery(callee.object)) return;
    const [name] = argumentsOf(call);
    if (name?.isStringLiteral()) add(name.node.value);
  };
  return {
    MemberExpression: visitMember,
    OptionalMemberExpression: visitMember,
    CallExpression: visitCall,
    OptionalCallExpression: visitCall,
    VariableDeclarator(path) {
      const pattern = path.get('id');
      const init = path.get('init') as NodePath;
      if (pattern.isObjectPattern() && init.node && isQuery(init))
        for (const key of keysOf(pattern.node)) add(key);
    },
  };
}

/** Whether an expression holds the query parameters. */
function isQuery(path: NodePath, hops = 0): boolean {
  const value = unwrap(path);
  if (hops > 5) return false;
  const again = (inner: NodePath): boolean => isQuery(inner, hops + 1);
  if (value.isAwaitExpression()) return again(value.get('argument'));
  if (value.isNewExpression()) return value.get('callee').isIdentifier({ name: 'URLSearchParams' });
  const member = asMember(value);
  if (member) return member.name === 'searchParams' || member.name === 'query';
  const call = asCall(value);
  if (call) {
    // `Object.fromEntries(url.searchParams)`, `schema.parse(req.query)`.
    const [first] = argumentsOf(call);
    return first !== undefined && again(first);
  }
  if (!value.isIdentifier()) return false;
  const binding = value.scope.getBinding(value.node.name);
  if (!binding) return false;
  const taken = destructuredFrom(binding);
  if (taken) return taken.key === 'searchParams' || taken.key === 'query';
  const declared = declaredValue(binding);
  return declared !== undefined && !declared.isFunction() && again(declared);
}

function keysOf(pattern: t.ObjectPattern): (string | undefined)[] {
  return pattern.properties.map((one) => (one.type === 'ObjectProperty' ? keyName(one) : undefined));
}
