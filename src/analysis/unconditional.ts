import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';

/** Whether `path`, in the body of `fn`, may be skipped when `fn` runs: by a branch, a loop or an earlier `return`. */
export function mayBeSkipped(path: NodePath, fn: NodePath<t.Function>): boolean {
  let child: NodePath = path;
  for (let parent = path.parentPath; parent && child.node !== fn.node; parent = parent.parentPath) {
    if ((parent.isIfStatement() || parent.isConditionalExpression()) && child.key !== 'test') return true;
    if (parent.isLogicalExpression() && child.key === 'right') return true;
    if (parent.isSwitchCase() || parent.isLoop() || parent.isCatchClause()) return true;
    child = parent;
  }
  return returnsBefore(path, fn);
}

/** Whether an error that `path` throws is caught in `fn`. */
export function isTried(path: NodePath, fn: NodePath<t.Function>): boolean {
  return (
    path.findParent(
      (parent) =>
        parent.key === 'block' &&
        parent.parentPath?.isTryStatement() === true &&
        parent.parentPath.node.handler !== null &&
        parent.isDescendant(fn),
    ) !== null
  );
}

/** An earlier `return` of the same function may end it before `path` runs. */
function returnsBefore(path: NodePath, fn: NodePath<t.Function>): boolean {
  const limit = path.node.start ?? 0;
  let found = false;
  readBelow(fn.get('body'), {
    Function: (inner) => inner.skip(),
    ReturnStatement: (statement) => {
      if ((statement.node.end ?? 0) <= limit) found = true;
    },
  });
  return found;
}
