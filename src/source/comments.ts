import type { Comment } from '@babel/types';
import type { SourceFile } from './parse.js';

/** The comments that stand between two offsets, in their order. */
export function commentsBetween({ ast }: SourceFile, start: number, end: number): Comment[] {
  return (ast.comments ?? []).filter((comment) => (comment.start ?? 0) >= start && (comment.end ?? 0) <= end);
}
