import type * as t from '@babel/types';
import type { AnalysisContext, TakenBackCall } from './model.js';

/** What the type check said of the rewrite of `call`, where it was taken back. */
export function takenBackAt(
  { takenBack = [] }: AnalysisContext,
  path: string,
  call: t.Node,
): TakenBackCall | undefined {
  return takenBack.find((one) => one.end === call.end && one.path === path);
}
