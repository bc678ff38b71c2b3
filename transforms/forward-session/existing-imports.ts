import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { requiredSource, unwrap } from '../../src/analysis/expressions.js';

/** An `import` or `require` at the top of a file. */
export type TopLevelImport =
  | { readonly kind: 'import'; readonly source: string; readonly path: NodePath<t.ImportDeclaration> }
  | {
      readonly kind: 'require';
      readonly source: string;
      readonly path: NodePath<t.VariableDeclaration>;
      readonly target: NodePath;
    };

export function topLevelImports(program: NodePath<t.Program>): TopLevelImport[] {
  return program.get('body').flatMap((statement): TopLevelImport[] => {
    if (statement.isImportDeclaration())
      return [{ kind: 'import', source: statement.node.source.value, path: statement }];
    if (!statement.isVariableDeclaration()) return [];
    const [declarator] = statement.get('declarations');
    const init = declarator?.get('init') as NodePath | undefined;
    const source = init?.node ? requiredSource(unwrap(init)) : undefined;
    if (!declarator || source === undefined) return [];
    return [{ kind: 'require', source, path: statement, target: declarator.get('id') as NodePath }];
  });
}

/** The local name of `imported` in a declaration that has it already, as a value unless a type will do. */
export function localNameIn(one: TopLevelImport, imported: string, isType: boolean): string | undefined {
  if (one.kind === 'require') {
    if (!one.target.isObjectPattern()) return undefined;
    for (const property of one.target.node.properties) {
      if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
      if (property.key.type === 'Identifier' && property.key.name === imported) return property.value.name;
    }
    return undefined;
  }
  if (one.path.node.importKind === 'type' && !isType) return undefined;
  for (const specifier of one.path.node.specifiers) {
    if (specifier.type !== 'ImportSpecifier' || (specifier.importKind === 'type' && !isType)) continue;
    const name =
      specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
    if (name === imported) return specifier.local.name;
  }
  return undefined;
}

/** The name under which a declaration binds the whole module. */
export function namespaceOf(one: TopLevelImport, isType: boolean): string | undefined {
  if (one.kind === 'require') return one.target.isIdentifier() && !isType ? one.target.node.name : undefined;
  const { specifiers, importKind } = one.path.node;
  if (importKind === 'type' && !isType) return undefined;
  return specifiers.find(({ type }) => type === 'ImportNamespaceSpecifier')?.local.name;
}

/** Whether a named specifier can be added to the declaration. */
export function acceptsMore(one: TopLevelImport, isType: boolean): boolean {
  if (one.kind === 'require') return one.target.isObjectPattern() && !isType;
  const { specifiers, importKind } = one.path.node;
  if (importKind === 'typeof' || specifiers.length === 0) return false;
  if (importKind === 'type') return isType && specifiers.every(({ type }) => type === 'ImportSpecifier');
  return specifiers.every(({ type }) => type !== 'ImportNamespaceSpecifier');
}
