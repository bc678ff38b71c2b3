import type { NodePath } from '@babel/traverse';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** The type that the file of `at` declares for a global variable: `declare global { var signal: SignalServer }`. */
export function globalDeclaration(
  name: string,
  at: NodePath,
  file: string,
  values: Values,
): readonly Value[] {
  const program = at.scope.getProgramParent().path;
  const body = program.isProgram() ? program.node.body : [];
  return body.flatMap((statement): readonly Value[] => {
    const isGlobal =
      statement.type === 'TSModuleDeclaration' &&
      statement.id.type === 'Identifier' &&
      statement.id.name === 'global';
    if (!isGlobal || statement.body.type !== 'TSModuleBlock') return [];
    return statement.body.body.flatMap((inner) => {
      if (inner.type !== 'VariableDeclaration') return [];
      return inner.declarations.flatMap(({ id }): readonly Value[] => {
        if (id.type !== 'Identifier' || id.name !== name) return [];
        const type = id.typeAnnotation?.type === 'TSTypeAnnotation' ? id.typeAnnotation : undefined;
        return type ? values.ofType(type.typeAnnotation, { at: program, file }) : [];
      });
    });
  });
}
