import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { annotationOf, keyName } from '../expressions.js';
import { isSessionMethod } from '../signal-methods.js';
import { instanceMember, staticMember } from './class-members.js';
import { collectionMember, heldBy } from './collections.js';
import { isContextName } from './parameter-values.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** What the member `name` of `value` may be. */
export function memberValues(value: Value, name: string, values: Values): readonly Value[] {
  switch (value.kind) {
    case 'client':
      return isSessionMethod(name) ? [{ kind: 'method', name, bound: false }] : [];
    case 'node':
      return nodeMember(value.path, name, value.file, values);
    case 'instance':
      return instanceMember(value.of, name, value.file, values);
    case 'namespace':
      return values.imported(value.source, name, value.from);
    case 'members':
      return typeMember(value, name, values);
    case 'holder':
    case 'sequence':
      return collectionMember(value, name, values);
    case 'entry':
      return name === '1' ? heldBy(value.of, values) : [];
    case 'argument':
      return isContextName(name) ? [{ kind: 'context' }] : [];
    case 'context':
      return values.inContext(name);
    case 'method':
    case 'constructor':
    case 'signature':
    case 'collection-method':
    case 'global':
      return [];
  }
}

function nodeMember(path: NodePath, name: string, file: string, values: Values): readonly Value[] {
  if (path.isObjectExpression()) return objectMember(path, name, file, values);
  if (path.isClass()) return staticMember(path, name, file, values);
  if (!path.isArrayExpression()) return [];
  const element = (path.get('elements') as NodePath[])[Number(name)];
  if (element?.node && !element.isSpreadElement()) return values.of(element, file);
  return collectionMember({ kind: 'node', path, file }, name, values);
}

function objectMember(
  object: NodePath<t.ObjectExpression>,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  const spread: Value[] = [];
  for (const property of object.get('properties').reverse()) {
    if (property.isSpreadElement()) {
      spread.push(...values.member(values.of(property.get('argument'), file), name));
    } else if (property.isObjectProperty() && keyName(property.node) === name) {
      return [...spread, ...values.of(property.get('value') as NodePath, file)];
    } else if (property.isObjectMethod() && keyName(property.node) === name) {
      const own: readonly Value[] =
        property.node.kind === 'get'
          ? values.resultsOf(property, file)
          : [{ kind: 'node', path: property, file }];
      return [...spread, ...own];
    }
  }
  return spread;
}

function typeMember(
  value: Extract<Value, { kind: 'members' }>,
  name: string,
  values: Values,
): readonly Value[] {
  const { scope } = value;
  const own = value.members.flatMap((member): readonly Value[] => {
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') return [];
    if (typeKey(member) !== name) return [];
    if (member.type === 'TSMethodSignature' && member.kind === 'method') {
      return [{ kind: 'signature', type: member, scope }];
    }
    const type = annotationOf(member);
    return type ? values.ofType(type, scope) : [];
  });
  return own.length > 0 ? own : heldBy(value, values);
}

function typeKey({ key, computed }: t.TSPropertySignature | t.TSMethodSignature): string | undefined {
  if (key.type === 'Identifier' && !computed) return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}
