import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { keyName, spanOf } from '../expressions.js';
import type { ProcedureScope, SessionSource, SourceKind } from '../model.js';
import type { SourceDecision } from '../request-parameters.js';

/** How a resolver or a middleware names the request that its context holds. */
export function procedureSource({ fn, context }: ProcedureScope): SourceDecision {
  if (context.kind === 'refused') return context;
  const { member, reads } = context;
  const [param] = fn.get('params') as NodePath[];
  if (!param) return from({ kind: 'add-context-parameter', reads, member: `.${member}` });
  if (param.isIdentifier()) return expression(`${param.node.name}.ctx.${member}`, reads, param);
  if (!param.isObjectPattern()) return { kind: 'refused', reason: 'no-request-parameter' };
  const bound = boundTo(param, 'ctx');
  switch (bound.kind) {
    case 'rest':
      return expression(`${bound.name}.ctx.${member}`, reads, param);
    case 'absent':
      return from({ kind: 'complete-pattern', pattern: param, key: 'ctx', reads, member: `.${member}` });
    case 'value':
      break;
  }
  const { value } = bound;
  if (value.isIdentifier()) return expression(`${value.node.name}.${member}`, reads, value);
  if (!value.isObjectPattern()) return { kind: 'refused', reason: 'no-request-parameter' };
  const inner = boundTo(value, member);
  switch (inner.kind) {
    case 'rest':
      return expression(`${inner.name}.${member}`, reads, value);
    case 'absent':
      return from({ kind: 'complete-pattern', pattern: value, key: member, reads, member: '' });
    case 'value':
      return inner.value.isIdentifier()
        ? expression(inner.value.node.name, reads, inner.value)
        : { kind: 'refused', reason: 'no-request-parameter' };
  }
}

const from = (source: SessionSource): SourceDecision => ({ kind: 'source', source });

function expression(text: string, reads: SourceKind | 'any', at: NodePath): SourceDecision {
  return from({ kind: 'expression', expression: text, reads, span: spanOf(at.node) });
}

/** What a pattern binds `key` to; a rest element has it where no property takes it. */
function boundTo(
  pattern: NodePath<t.ObjectPattern>,
  key: string,
):
  | { readonly kind: 'value'; readonly value: NodePath }
  | { readonly kind: 'rest'; readonly name: string }
  | { readonly kind: 'absent' } {
  for (const property of pattern.get('properties')) {
    if (property.isRestElement()) {
      const { argument } = property.node;
      if (argument.type === 'Identifier') return { kind: 'rest', name: argument.name };
    } else if (property.isObjectProperty() && keyName(property.node) === key) {
      const value = property.get('value') as NodePath;
      return { kind: 'value', value: value.isAssignmentPattern() ? (value.get('left') as NodePath) : value };
    }
  }
  return { kind: 'absent' };
}
