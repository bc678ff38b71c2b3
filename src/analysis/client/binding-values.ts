import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { annotationOf, importedFrom } from '../expressions.js';
import { iterated } from './collections.js';
import { requiredValues } from './module-values.js';
import { parameterValues } from './parameter-values.js';
import { alongRoute, routeTo } from './pattern-route.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** What a name may stand for: what it was declared with, its declared type, and whatever is assigned to it later. */
export function bindingValues(binding: Binding, file: string, values: Values): readonly Value[] {
  const { path } = binding;
  if (binding.kind === 'param') return parameterValues(binding, file, values);
  if (path.isFunction() || path.isClass()) return [{ kind: 'node', path, file }];
  if (path.isTSImportEqualsDeclaration()) return importEqualsValues(path, file, values);
  if (path.isVariableDeclarator()) {
    return [...declaredValues(path, binding, file, values), ...assignedValues(binding, file, values)];
  }
  const imported = importedFrom(binding);
  return imported ? values.imported(imported.source, imported.name, file) : [];
}

function importEqualsValues(
  path: NodePath<t.TSImportEqualsDeclaration>,
  file: string,
  values: Values,
): readonly Value[] {
  const reference = path.node.moduleReference;
  if (reference.type !== 'TSExternalModuleReference') return [];
  return requiredValues(reference.expression.value, file, values);
}

function declaredValues(
  declarator: NodePath<t.VariableDeclarator>,
  { identifier }: Binding,
  file: string,
  values: Values,
): readonly Value[] {
  const id = declarator.get('id') as NodePath;
  const route = routeTo(id, identifier);
  if (!route) return [];
  const type = annotationOf(id.node);
  const typed = type ? values.ofType(type, { at: id, file }) : [];
  return alongRoute([...typed, ...initialValues(declarator, file, values)], route, file, values);
}

function initialValues(
  declarator: NodePath<t.VariableDeclarator>,
  file: string,
  values: Values,
): readonly Value[] {
  const init = declarator.get('init') as NodePath;
  if (init.node) return values.of(init, file);
  const loop = declarator.parentPath.parentPath;
  if (!loop?.isForOfStatement() || declarator.parentPath.key !== 'left') return [];
  return values.of(loop.get('right'), file).flatMap((list) => iterated(list, values));
}

/** `client = createSignalServer()` and `({ signal } = await getServices())` after the declaration. */
function assignedValues(binding: Binding, file: string, values: Values): readonly Value[] {
  return binding.constantViolations.flatMap((violation): readonly Value[] => {
    if (!violation.isAssignmentExpression()) return [];
    const left = violation.get('left') as NodePath;
    if (left.isIdentifier()) return values.of(violation.get('right'), file);
    const target = violation.getBindingIdentifiers()[binding.identifier.name];
    const route = target && routeTo(left, target);
    return route ? alongRoute(values.of(violation.get('right'), file), route, file, values) : [];
  });
}
