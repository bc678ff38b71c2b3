import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { Span } from '../source/span.js';
import { spanOf } from './expressions.js';
import type { FunctionRewrite } from './model.js';

/** The first line of a function's head: what a person would point at. */
export function headOf(fn: NodePath<t.Function>): Span {
  const { start } = spanOf(fn.node);
  return { start, end: Math.max(start, (fn.node.body.start ?? start) - 1) };
}

/** Where the request, or the session, is to be had for a rewrite, and what to say of that place. */
export function requestLabel({ fn, how }: FunctionRewrite): Span & { readonly text: string } {
  const head = headOf(fn);
  if (how.kind === 'reuse') {
    const { readBy } = how.session;
    return readBy
      ? { ...readBy, text: 'the session has been read here already' }
      : { ...head, text: 'the session is handed to this function' };
  }
  if (how.kind === 'receive') return { ...head, text: 'the session can be handed to this function' };
  const { source } = how;
  switch (source.kind) {
    case 'expression':
      return { ...source.span, text: 'the request is at hand here' };
    case 'awaited-headers':
      return { ...source.span, text: 'the headers have been read here already' };
    case 'await-headers':
      return { ...head, text: '`await headers()` gives the session here' };
    case 'add-parameter':
      return { ...head, text: 'the request can be received here' };
    case 'add-context-parameter':
      return { ...head, text: 'the context can be received here' };
    case 'complete-pattern':
      return { ...spanOf(source.pattern.node), text: `\`${source.key}\` can be taken here` };
  }
}
