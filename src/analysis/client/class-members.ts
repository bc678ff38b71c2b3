import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import { annotationOf, asMember, unwrap } from '../expressions.js';
import { parameterPropertyValues } from './parameter-values.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** What the member `name` (`#name` for a private one) of an instance may be, base classes included. */
export function instanceMember(
  of: NodePath<t.Class>,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  return nearest(of, file, values, (one) =>
    one.kind === 'base'
      ? // A class that extends the client's own.
        values.member(values.constructed([one.value]), name)
      : [
          ...declaredMember(one.of, name, 'instance', one.file, values),
          ...parameterProperty(one.of, name, one.file, values),
          ...assignedToThis(one.of, name, one.file, values),
        ],
  );
}

export function staticMember(
  of: NodePath<t.Class>,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  return nearest(of, file, values, (one) =>
    one.kind === 'base'
      ? []
      : [
          ...declaredMember(one.of, name, 'static', one.file, values),
          ...assignedToThis(one.of, name, one.file, values),
        ],
  );
}

/** A class of the project, or what a class is based on that is none. */
type Ancestor =
  | { readonly kind: 'class'; readonly of: NodePath<t.Class>; readonly file: string }
  | { readonly kind: 'base'; readonly value: Value };

const MOST_ANCESTORS = 10;

/** What the nearest of a class and its base classes answers. */
function nearest(
  of: NodePath<t.Class>,
  file: string,
  values: Values,
  answer: (ancestor: Ancestor) => readonly Value[],
): readonly Value[] {
  let generation: readonly Ancestor[] = [{ kind: 'class', of, file }];
  for (let age = 0; age < MOST_ANCESTORS && generation.length > 0; age += 1) {
    const found = generation.flatMap(answer);
    if (found.length > 0) return found;
    generation = generation.flatMap((one) => (one.kind === 'class' ? basesOf(one, values) : []));
  }
  return [];
}

function basesOf({ of, file }: Extract<Ancestor, { kind: 'class' }>, values: Values): readonly Ancestor[] {
  const base = of.get('superClass') as NodePath;
  if (!base.node) return [];
  return values
    .of(base, file)
    .map(
      (value): Ancestor =>
        value.kind === 'node' && value.path.isClass()
          ? { kind: 'class', of: value.path, file: value.file }
          : { kind: 'base', value },
    );
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
  return membersOf(of).flatMap((member) =>
    member.isClassMethod({ kind: 'constructor' }) ? parameterPropertyValues(member, name, file, values) : [],
  );
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
  readBelow(of, {
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
