import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import {
  argumentsOf,
  asCall,
  type CallPath,
  calledName,
  calleeOf,
  isPartOf,
  referencesIn,
  unwrap,
} from './expressions.js';
import { isSessionCheck } from './user-sessions.js';

/** The loops in `owner` that evaluate `path` each time. */
export function loopsAround(path: NodePath, owner: NodePath<t.Function>): NodePath<t.Loop>[] {
  const loops: NodePath<t.Loop>[] = [];
  for (let part = path; part.parentPath && part.node !== owner.node; part = part.parentPath) {
    const { parentPath: loop, key } = part;
    if (loop.isLoop() && (key === 'body' || key === 'test' || key === 'update')) loops.push(loop);
  }
  return loops;
}

/**
 * What `loop` makes of a variable each time: true where it is another one because of what it was, or of what the loop
 * takes next; else what is assigned to it there, which is the same each time where it depends on nothing that changes.
 */
export function changesIn(binding: Binding, loop: NodePath<t.Loop>): true | readonly NodePath[] {
  const assigned: NodePath[] = [];
  for (const change of changesOf(binding, loop)) {
    if (!change.isAssignmentExpression()) return true;
    // `??=` and `||=` only provide what is missing.
    if (/^(?:\?\?|\|\|)=$/.test(change.node.operator)) continue;
    const value = change.get('right');
    const isCarriedOn = referencesIn(value).some(({ node, scope }) => {
      const other = scope.getBinding(node.name);
      return other !== undefined && changesOf(other, loop).length > 0;
    });
    if (isCarriedOn || change.node.operator !== '=' || takesNext(value, loop)) return true;
    assigned.push(value);
  }
  return assigned;
}

function changesOf({ constantViolations, path }: Binding, loop: NodePath<t.Loop>): NodePath[] {
  // A `var` in a loop is reckoned among its own changes.
  return constantViolations.filter(({ node }) => node !== path.node && isPartOf(node, loop.node));
}

/** Functions that give another one at each call: `queue.pop()`, `nextUser()`, `redis.lpop('jobs')`. */
const GIVES_NEXT =
  /^(?:next|pop|shift|dequeue|take|poll|receive)(?:[A-Z_]\w*)?$|^(?:[blr]+pop|splice|read)$|(?:Next|Pop|Shift)$/i;

/** Whether `value` takes a new one with each turn of `loop`. */
export function takesNext(value: NodePath, { node }: NodePath<t.Loop>): boolean {
  let found = false;
  const look = (call: CallPath): void => {
    found ||= GIVES_NEXT.test(calledName(call) ?? '') || (isUncounted(node) && isBare(call));
  };
  const whole = asCall(value);
  if (whole) look(whole);
  readBelow(value, { CallExpression: look, OptionalCallExpression: look });
  return found;
}

/** Loops that end when there is nothing more, where others count. */
function isUncounted(loop: t.Loop): boolean {
  if (loop.type === 'ForStatement') return !loop.update;
  return loop.type === 'WhileStatement' || loop.type === 'DoWhileStatement';
}

/** `getJob()`: with nothing to go by it gives another one, unless it asks who is signed in. */
function isBare(call: CallPath): boolean {
  return unwrap(calleeOf(call)).isIdentifier() && argumentsOf(call).length === 0 && !isSessionCheck(call);
}
