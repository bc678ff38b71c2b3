import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { annotationOf } from '../expressions.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** What `this` is at `path`: what it is said to be, an instance, a class (in what is static), or the object around a method. */
export function thisValues(path: NodePath, file: string, values: Values): readonly Value[] {
  let inner: NodePath = path;
  for (let outer = path.parentPath; outer; inner = outer, outer = outer.parentPath) {
    if (outer.isArrowFunctionExpression()) continue;
    const said = outer.isFunction() ? declaredThis(outer) : undefined;
    if (said) return values.ofType(said, { at: outer, file });
    if (outer.isClassBody()) return ofClass(outer.parentPath as NodePath<t.Class>, inner, file);
    if (outer.isObjectMethod()) return [{ kind: 'node', path: outer.parentPath as NodePath, file }];
    if (outer.isFunctionExpression()) {
      const holder = outer.parentPath;
      return holder.isObjectProperty() && holder.parentPath.isObjectExpression()
        ? [{ kind: 'node', path: holder.parentPath, file }]
        : [];
    }
    if (outer.isFunctionDeclaration()) return [];
  }
  return [];
}

/** `function record(this: Services)` */
function declaredThis({ node: { params } }: NodePath<t.Function>): t.TSType | undefined {
  const [first] = params;
  return first?.type === 'Identifier' && first.name === 'this' ? annotationOf(first) : undefined;
}

function ofClass(of: NodePath<t.Class>, member: NodePath, file: string): readonly Value[] {
  const isStatic = member.isStaticBlock() || ('static' in member.node && member.node.static === true);
  return isStatic ? [{ kind: 'node', path: of, file }] : [{ kind: 'instance', of, file }];
}
