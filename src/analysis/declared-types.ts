import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';

/** The interface or type alias of that name in the file of `at`. */
export function typeDeclaration(
  name: string,
  at: NodePath,
): t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration | undefined {
  const program = at.scope.getProgramParent().path.node;
  for (const statement of program.type === 'Program' ? program.body : []) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const isType =
      declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration';
    if (isType && declaration.id.name === name) return declaration;
  }
  return undefined;
}
