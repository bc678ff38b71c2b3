import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { followLocal } from './exports.js';
import { argumentsOf, asCall, asMember, calleeOf, literalText } from './expressions.js';

/** A constant string and the literals that it is written in. */
export interface ConstantText {
  readonly text: string;
  readonly literals: readonly (t.StringLiteral | t.TemplateLiteral)[];
}

/** The text that an expression always has: a literal, a constant of the same file, `['a', 'b'].join(', ')`. */
export function constantText(path: NodePath): ConstantText | undefined {
  const value = followLocal(path);
  if (value.isStringLiteral() || value.isTemplateLiteral()) {
    const text = literalText(value.node);
    return text === undefined ? undefined : { text, literals: [value.node] };
  }
  const call = asCall(value);
  const member = call && asMember(calleeOf(call));
  return call && member?.name === 'join' ? joined(member.object, argumentsOf(call)[0]) : undefined;
}

/** The texts of an array literal, or of a constant one; undefined when one of its elements is no constant. */
export function constantTexts(path: NodePath): readonly ConstantText[] | undefined {
  const array = followLocal(path);
  if (!array.isArrayExpression()) return undefined;
  const texts = array.get('elements').map((element) => {
    return element.node === null ? undefined : constantText(element as NodePath);
  });
  return texts.every((one) => one !== undefined) ? texts : undefined;
}

function joined(array: NodePath, separator: NodePath | undefined): ConstantText | undefined {
  const texts = constantTexts(array);
  const between = separator === undefined ? ',' : constantText(separator)?.text;
  if (texts === undefined || between === undefined) return undefined;
  return {
    text: texts.map(({ text }) => text).join(between),
    literals: texts.flatMap(({ literals }) => literals),
  };
}
