import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { isProjectSpecifier } from '../source/specifiers.js';
import { annotationOf, asCall, calleeOf, importedFrom, importedValue, unwrap } from './expressions.js';

/**
 * Whether a value is part of a literal that a package is given or that has the type of one: the package decides what
 * it calls the functions in it with. `const Orders: CollectionConfig = { hooks: { afterChange: [here] } }`
 * @param isOfProject says of a specifier that it is a module of the project.
 */
export function isInLibraryTable(value: NodePath, isOfProject: (source: string) => boolean): boolean {
  const isForeign = (source: string): boolean => !isProjectSpecifier(source) && !isOfProject(source);
  const isForeignType = (type: t.TSType | undefined): boolean => {
    if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
    const binding = value.scope.getBinding(type.typeName.name);
    const imported = binding && importedFrom(binding);
    return imported !== undefined && isForeign(imported.source);
  };
  for (let at = value; ; ) {
    const holder = at.parentPath;
    if (!holder) return false;
    if (holder.isVariableDeclarator()) return isForeignType(annotationOf(holder.node.id));
    if (holder.isTSSatisfiesExpression() || holder.isTSAsExpression()) {
      if (isForeignType(holder.node.typeAnnotation)) return true;
    } else if (at.listKey === 'arguments') {
      const call = asCall(holder);
      const callee = call ? calleeOf(call) : (holder.get('callee') as NodePath);
      const imported = importedValue(unwrap(callee));
      return imported !== undefined && isForeign(imported.source);
    } else if (!holder.isArrayExpression() && !holder.isObjectExpression() && !holder.isObjectProperty()) {
      return false;
    }
    at = holder;
  }
}
