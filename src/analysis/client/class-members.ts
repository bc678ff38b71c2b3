import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { asMember, unwrap } from '../expressions.js';
import { annotationOf } from './binding-values.js';
import { CLIENT, type Value } from './value.js';
import type { Values } from './values.js';

/** What the member `name` (`#name` for a private one) of an instance may be, base classes included. */
export function instanceMember(
  of: NodePath<t.Class>,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  const own = [
    ...declaredMember(of, name, 'instance', file, values),
    ...parameterProperty(of, name, file, values),
    ...assignedToThis(of, name, file, values),
  ];
  if (own.length > 0) return own;
  return baseOf(of, file, values).flatMap((base): readonly Value[] => {
    // A class that extends the client's own.
    if (base.kind === 'constructor') return values.member([CLIENT], name);
    return base.kind === 'node' && base.path.isClass()
      ? instanceMember(base.path, name, base.file, values)
      : [];
  });
}

export function staticMember(
  of: NodePath<t.Class>,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  const own = [
    ...declaredMember(of, name, 'static', file, values),
    ...assignedToThis(of, name, file, values),
  ];
  if (own.length > 0) return own;
  return values.member(baseOf(of, file, values), name);
}

function baseOf(of: NodePath<t.Class>, file: string, values: Values): readonly Value[] {
  const base = of.get('superClass') as NodePath;
  return base.node ? values.of(base, file) : [];
}

function declaredMember(
  of: NodePath<t.Class>,
  name: string,
  side: 'instance' | 'static',
  file: string,
  values: Values,
): readonly Value[] {
  return membersOf(of).flatMap((member): readonly Value[] => {
    const { node } = member;
    if (!('key' in node) || (node.static === true) !== (side === 'static')) return [];
    if (memberName(node) !== name) return [];
    if (member.isClassMethod() || member.isClassPrivateMethod()) {
      return member.node.kind === 'get'
        ? values.resultsOf(member, file)
        : [{ kind: 'node', path: member, file }];
    }
    const type = annotationOf(node);
    const value = member.get('value') as NodePath;
    return [
      ...(type ? values.ofType(type, { at: of, file }) : []),
      ...(value.node ? values.of(value, file) : []),
    ];
  });
}

/** `constructor(private readonly signal: SignalServer)` declares a member of that name. */
function parameterProperty(
  of: NodePath<t.Class>,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  return membersOf(of).flatMap((member): readonly Value[] => {
    if (!member.isClassMethod({ kind: 'constructor' })) return [];
    return member.node.params.flatMap((param): readonly Value[] => {
      if (param.type !== 'TSParameterProperty') return [];
      const target = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
      if (target.type !== 'Identifier' || target.name !== name) return [];
      const binding = member.scope.getOwnBinding(name);
      return binding ? values.ofBinding(binding, file) : [];
    });
  });
}

/** `this.client = client` in any method of the class. */
function assignedToThis(of: NodePath<t.Class>, name: string, file: string, values: Values): readonly Value[] {
  return (assignmentsOf(of).get(name) ?? []).flatMap((value) => values.of(value, file));
}

const assignmentsByClass = new WeakMap<t.Node, ReadonlyMap<string, readonly NodePath[]>>();

function assignmentsOf(of: NodePath<t.Class>): ReadonlyMap<string, readonly NodePath[]> {
  const known = assignmentsByClass.get(of.node);
  if (known) return known;
  const found = new Map<string, NodePath[]>();
  of.traverse({
    Class: (inner) => inner.skip(),
    AssignmentExpression: (assignment) => {
      const left = asMember(unwrap(assignment.get('left') as NodePath));
      if (left?.name === undefined || !left.object.isThisExpression()) return;
      found.set(left.name, [...(found.get(left.name) ?? []), assignment.get('right')]);
    },
  });
  assignmentsByClass.set(of.node, found);
  return found;
}

type Member = t.ClassBody['body'][number];

function membersOf(of: NodePath<t.Class>): NodePath<Member>[] {
  return of.get('body').get('body') as NodePath<Member>[];
}

function memberName(node: Extract<Member, { key: t.Node }>): string | undefined {
  const { key } = node;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  if (key.type === 'StringLiteral') return key.value;
  return key.type === 'Identifier' && !('computed' in node && node.computed) ? key.name : undefined;
}
