import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { annotationOf, keyName, originalName, spanOf } from './expressions.js';
import type { ParameterType, SessionSource, SourceKind } from './model.js';
import type { ReasonId } from './reasons.js';

export type SourceDecision =
  | { readonly kind: 'source'; readonly source: SessionSource }
  | { readonly kind: 'refused'; readonly reason: ReasonId };

export const refused = (reason: ReasonId): SourceDecision => ({ kind: 'refused', reason });
export const from = (source: SessionSource): SourceDecision => ({ kind: 'source', source });

/** The request as it stands in a parameter: by its name, or by the `headers` of a destructured one. */
export function parameterSource(
  param: NodePath,
  key: 'headers',
  reads: SourceKind | 'any',
): SourceDecision | undefined {
  const target = param.isAssignmentPattern() ? (param.get('left') as NodePath) : param;
  if (target.isIdentifier()) {
    return from({ kind: 'expression', expression: target.node.name, reads, span: spanOf(target.node) });
  }
  if (!target.isObjectPattern()) return undefined;
  const value = patternValue(target, key);
  if (value?.isIdentifier()) {
    return from({
      kind: 'expression',
      expression: value.node.name,
      reads: 'headers',
      span: spanOf(value.node),
    });
  }
  if (value || !acceptsMoreKeys(target)) return undefined;
  return from({ kind: 'complete-pattern', pattern: target, key, reads: 'headers', member: '' });
}

/** A parameter that is the request by its type or by its name. */
export function looksLikeRequest(param: NodePath): boolean {
  if (!param.isIdentifier() && !param.isObjectPattern()) return false;
  if (/^(Request|NextRequest|NextApiRequest|IncomingMessage)$/.test(typeNameOf(param) ?? '')) return true;
  return param.isIdentifier() && /^_?(req|request)$/.test(param.node.name);
}

/** What a pattern binds a key to, its default left out. */
export function patternValue(pattern: NodePath<t.ObjectPattern>, key: string): NodePath | undefined {
  for (const property of pattern.get('properties')) {
    if (!property.isObjectProperty() || keyName(property.node) !== key) continue;
    const value = property.get('value') as NodePath;
    return value.isAssignmentPattern() ? (value.get('left') as NodePath) : value;
  }
  return undefined;
}

/** A pattern with a type literal of its own would not know the added key. */
export function acceptsMoreKeys(pattern: NodePath<t.ObjectPattern>): boolean {
  const annotation = pattern.node.typeAnnotation;
  return annotation?.type !== 'TSTypeAnnotation' || annotation.typeAnnotation.type === 'TSTypeReference';
}

/** The name of the type that a parameter is annotated with, as the module that exports it has it. */
export function typeNameOf(param: NodePath): string | undefined {
  if (!param.isIdentifier() && !param.isObjectPattern()) return undefined;
  const type = annotationOf(param.node);
  if (type?.type !== 'TSTypeReference') return undefined;
  const { typeName } = type;
  return typeName.type === 'Identifier' ? originalName(typeName.name, param) : undefined;
}

/** A parameter that `fn` does not have yet. */
export function newParameter(
  fn: NodePath<t.Function>,
  baseName: string,
  typeName: ParameterType,
  reads: SourceKind | 'any',
  member: string,
): SessionSource {
  return {
    kind: 'add-parameter',
    baseName,
    typeName: hasContextualType(fn) ? 'contextual' : typeName,
    reads,
    member,
  };
}

/** `const handler: NextApiHandler = async () => …` and `(async () => …) satisfies X` type the parameter themselves. */
function hasContextualType(fn: NodePath<t.Function>): boolean {
  let holder: NodePath | null = fn.parentPath;
  while (holder?.isTSAsExpression() || holder?.isParenthesizedExpression()) holder = holder.parentPath;
  if (holder?.isTSSatisfiesExpression()) return true;
  return (
    holder?.isVariableDeclarator() === true &&
    holder.node.id.type === 'Identifier' &&
    !!holder.node.id.typeAnnotation
  );
}
