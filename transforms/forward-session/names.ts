import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { freeName, namesUsedIn } from '../../src/source/names.js';

/** A name for a new variable of `fn`: free in it, nested functions included. */
export function localName(fn: NodePath<t.Function>, name: string): string {
  return freeName([name, prefixed(name)], namesUsedIn(fn.node));
}

/** `sessionId` becomes `signalSessionId`, `SessionInfo` becomes `SignalSessionInfo`. */
export function prefixed(name: string): string {
  const first = name[0] ?? '';
  return first === first.toUpperCase() ? `Signal${name}` : `signal${first.toUpperCase()}${name.slice(1)}`;
}
