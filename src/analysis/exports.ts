import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { asMember, declaredValue, keyName, unwrap } from './expressions.js';

/** One export of a module: a value of its own, or a name taken from another module. */
export type ModuleExport =
  | { readonly kind: 'value'; readonly name: string; readonly value: NodePath }
  /** `name` is what the other module calls it; `*` is its namespace. */
  | { readonly kind: 'from'; readonly name: string; readonly source: string; readonly imported: string }
  | { readonly kind: 'all'; readonly source: string };

const exportsByProgram = new WeakMap<t.Node, readonly ModuleExport[]>();

/** Every export of a module, ES and CommonJS, types left out. */
export function moduleExports(program: NodePath<t.Program>): readonly ModuleExport[] {
  const known = exportsByProgram.get(program.node);
  if (known) return known;
  const found = exportsIn(program);
  exportsByProgram.set(program.node, found);
  return found;
}

function exportsIn(program: NodePath<t.Program>): ModuleExport[] {
  return program.get('body').flatMap((statement) => {
    if (statement.isExportNamedDeclaration()) return namedExports(statement);
    if (statement.isExportDefaultDeclaration()) {
      return [{ kind: 'value', name: 'default', value: statement.get('declaration') as NodePath }];
    }
    if (statement.isExportAllDeclaration() && statement.node.exportKind !== 'type') {
      return [{ kind: 'all', source: statement.node.source.value }];
    }
    if (statement.isTSExportAssignment()) {
      return [{ kind: 'value', name: 'default', value: statement.get('expression') as NodePath }];
    }
    return statement.isExpressionStatement() ? commonJsExports(statement.get('expression')) : [];
  });
}

function namedExports(statement: NodePath<t.ExportNamedDeclaration>): ModuleExport[] {
  if (statement.node.exportKind === 'type') return [];
  const declaration = statement.get('declaration');
  if (declaration.isFunctionDeclaration() || declaration.isClassDeclaration()) {
    const name = declaration.node.id?.name;
    return name === undefined ? [] : [{ kind: 'value', name, value: declaration }];
  }
  if (declaration.isVariableDeclaration()) {
    return declaration.get('declarations').flatMap((declarator): ModuleExport[] => {
      const id = declarator.get('id');
      const init = declarator.get('init') as NodePath;
      return id.isIdentifier() && init.node ? [{ kind: 'value', name: id.node.name, value: init }] : [];
    });
  }
  const source = statement.node.source?.value;
  return statement.get('specifiers').flatMap((specifier): ModuleExport[] => {
    if (specifier.isExportNamespaceSpecifier()) {
      return source === undefined
        ? []
        : [{ kind: 'from', name: specifier.node.exported.name, source, imported: '*' }];
    }
    if (!specifier.isExportSpecifier() || specifier.node.exportKind === 'type') return [];
    const { exported, local } = specifier.node;
    const name = exported.type === 'Identifier' ? exported.name : exported.value;
    if (source !== undefined) return [{ kind: 'from', name, source, imported: local.name }];
    return [{ kind: 'value', name, value: specifier.get('local') as NodePath }];
  });
}

function commonJsExports(expression: NodePath): ModuleExport[] {
  if (!expression.isAssignmentExpression({ operator: '=' })) return [];
  const target = asMember(expression.get('left') as NodePath);
  const value = expression.get('right') as NodePath;
  if (!target) return [];
  if (target.object.isIdentifier({ name: 'module' }) && target.name === 'exports') {
    const object = unwrap(value);
    if (!object.isObjectExpression()) return [{ kind: 'value', name: 'default', value }];
    return object.get('properties').flatMap((property): ModuleExport[] => {
      if (property.isSpreadElement()) return [];
      const name =
        property.isObjectProperty() || property.isObjectMethod() ? keyName(property.node) : undefined;
      if (name === undefined) return [];
      return [
        {
          kind: 'value',
          name,
          value: property.isObjectProperty() ? (property.get('value') as NodePath) : property,
        },
      ];
    });
  }
  const holder = asMember(target.object);
  const onExports =
    target.object.isIdentifier({ name: 'exports' }) ||
    (holder?.object.isIdentifier({ name: 'module' }) === true && holder.name === 'exports');
  return onExports && target.name !== undefined ? [{ kind: 'value', name: target.name, value }] : [];
}

/** Follows identifiers of the same file to what they were declared with. */
export function followLocal(path: NodePath): NodePath {
  let current = unwrap(path);
  for (let hops = 0; hops < 20 && current.isIdentifier(); hops += 1) {
    const binding = current.scope.getBinding(current.node.name);
    const value = binding && declaredValue(binding);
    if (!value) return current;
    current = unwrap(value);
  }
  return current;
}

/** What the other module calls what an import specifier takes. */
export function importedName({ imported }: t.ImportSpecifier): string {
  return imported.type === 'Identifier' ? imported.name : imported.value;
}
