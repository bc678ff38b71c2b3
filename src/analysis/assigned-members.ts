import type { NodePath } from '@babel/traverse';
import { asMember } from './expressions.js';

/**
 * What `object.key` is assigned on every way to `before`, by the last statement that does so in a block around it;
 * undefined where none does, or the variable may hold another object by then.
 */
export function assignedMember(object: NodePath, key: string, before: NodePath): NodePath | undefined {
  const binding = object.isIdentifier() ? object.scope.getBinding(object.node.name) : undefined;
  if (!binding?.constant) return undefined;
  const limit = before.node.start ?? 0;
  const fn = before.getFunctionParent();
  let found: NodePath | undefined;
  for (const reference of binding.referencePaths) {
    const member = reference.parentPath && asMember(reference.parentPath);
    const assignment = reference.parentPath?.parentPath;
    if (reference.key !== 'object' || member?.name !== key) continue;
    if (!assignment?.isAssignmentExpression({ operator: '=' }) || reference.parentPath?.key !== 'left')
      continue;
    const statement = assignment.parentPath;
    const isBefore = statement.isExpressionStatement() && (statement.node.end ?? 0) <= limit;
    const isOnTheWay = statement.parentPath?.isBlock() === true && before.isDescendant(statement.parentPath);
    if (isBefore && isOnTheWay && statement.getFunctionParent() === fn) found = assignment.get('right');
  }
  return found;
}
