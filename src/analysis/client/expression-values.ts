import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { asMember, requiredSource, unwrap } from '../expressions.js';
import { isModuleExports } from '../own-exports.js';
import { callValues, newValues } from './call-values.js';
import { readByKey } from './collections.js';
import { globalDeclaration } from './declared-globals.js';
import { ownExports, requiredValues } from './module-values.js';
import { parameterPropertyValues } from './parameter-values.js';
import { assignedMembers } from './slots.js';
import { thisValues } from './this-values.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** What an expression may be. Promises are taken for what they resolve to: real code awaits them before use. */
export function expressionValues(path: NodePath, file: string, values: Values): readonly Value[] {
  const of = (key: string): readonly Value[] => values.of(path.get(key) as NodePath, file);
  const { node } = path;
  switch (node.type) {
    case 'Identifier':
      return identifierValues(path as NodePath<t.Identifier>, file, values);
    case 'ThisExpression':
      return thisValues(path, file, values);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return [...of('expression'), ...values.ofType(node.typeAnnotation, { at: path, file })];
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
      return of('expression');
    case 'AwaitExpression':
      return of('argument');
    case 'SequenceExpression':
      return of(`expressions.${node.expressions.length - 1}`);
    case 'ConditionalExpression':
      return [...of('consequent'), ...of('alternate')];
    case 'LogicalExpression':
      return node.operator === '&&' ? of('right') : [...of('left'), ...of('right')];
    case 'AssignmentExpression':
      return node.operator === '=' ? of('right') : [...of('left'), ...of('right')];
    case 'ImportExpression': {
      const source = requiredSource(path);
      return source === undefined ? [] : requiredValues(source, file, values);
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
      return callValues(path as NodePath<t.CallExpression | t.OptionalCallExpression>, file, values);
    case 'NewExpression':
      return newValues(path as NodePath<t.NewExpression>, file, values);
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const member = asMember(path);
      if (!member) return [];
      if (member.name === undefined)
        return values.of(member.object, file).flatMap((one) => readByKey(one, values));
      if (isModuleExports(path)) return ownExports(file, values);
      return [
        ...values.member(values.of(member.object, file), member.name),
        ...assignedMembers(unwrap(member.object), member.name, file, values),
      ];
    }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ObjectMethod':
    case 'ClassExpression':
    case 'ClassDeclaration':
    case 'ObjectExpression':
    case 'ArrayExpression':
      return [{ kind: 'node', path, file }];
    default:
      return [];
  }
}

function identifierValues(
  identifier: NodePath<t.Identifier>,
  file: string,
  values: Values,
): readonly Value[] {
  const { name } = identifier.node;
  const binding = identifier.scope.getBinding(name);
  if (binding) return values.ofBinding(binding, file);
  const made = identifier.findParent((one) => one.isClassMethod({ kind: 'constructor' }));
  if (made?.isFunction()) {
    const property = parameterPropertyValues(made, name, file, values);
    if (property.length > 0) return property;
  }
  if (isModuleExports(identifier)) return ownExports(file, values);
  if (name === 'globalThis' || name === 'global') return [{ kind: 'global' }];
  return globalDeclaration(name, identifier, file, values);
}
