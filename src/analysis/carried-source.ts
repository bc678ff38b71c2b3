import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { paramsOf, spanOf } from './expressions.js';
import { headersSource } from './headers-source.js';
import type { RequestCarrier } from './model.js';
import {
  acceptsMoreKeys,
  from,
  newParameter,
  parameterSource,
  patternValue,
  refused,
  type SourceDecision,
} from './request-parameters.js';

type Parameter = Extract<RequestCarrier, { kind: 'parameter' }>;

/** The source that a carrier gives `fn`; undefined when its parameters leave it out of reach. */
export function carriedSource(
  fn: NodePath<t.Function>,
  carrier: RequestCarrier,
  firstUse: number,
): SourceDecision | undefined {
  switch (carrier.kind) {
    case 'none':
      return refused(carrier.reason);
    case 'headers':
      return headersSource(fn, firstUse, carrier.makesAsync);
    case 'parameter': {
      const source = fromParameter(fn, carrier);
      return source ?? (carrier.orHeaders && fn.node.async ? headersSource(fn, firstUse) : undefined);
    }
  }
}

function fromParameter(fn: NodePath<t.Function>, carrier: Parameter): SourceDecision | undefined {
  const params = paramsOf(fn);
  const param = params[carrier.position];
  if (param) return fromTarget(param, carrier.path, carrier);
  const { added } = carrier;
  if (!added || params.length !== carrier.position || params.at(-1)?.isRestElement()) return undefined;
  const member = membersOf(carrier.path, carrier.nullable);
  return from(newParameter(fn, added.baseName, added.type, carrier.reads, member));
}

/** The request in what binds it: a name and the members that follow, or a pattern that takes the first of them. */
function fromTarget(
  binding: NodePath,
  path: readonly string[],
  carrier: Parameter,
  nullable = carrier.nullable,
): SourceDecision | undefined {
  const target = binding.isAssignmentPattern() ? (binding.get('left') as NodePath) : binding;
  const { reads } = carrier;
  if (target.isIdentifier()) {
    const expression = `${target.node.name}${membersOf(path, nullable)}`;
    return from({ kind: 'expression', expression, reads, span: spanOf(target.node) });
  }
  if (!target.isObjectPattern()) return undefined;
  const [key, ...rest] = path;
  if (key === undefined) return parameterSource(target, 'headers', reads);
  const value = patternValue(target, key);
  if (value) return fromTarget(value, rest, carrier, false);
  const others = target.node.properties.at(-1);
  if (others?.type === 'RestElement' && others.argument.type === 'Identifier') {
    // Taking the key out of the pattern would take it out of the rest.
    const expression = `${others.argument.name}${membersOf(path, false)}`;
    return from({ kind: 'expression', expression, reads, span: spanOf(others) });
  }
  if (!acceptsMoreKeys(target)) return undefined;
  return from({ kind: 'complete-pattern', pattern: target, key, reads, member: membersOf(rest, false) });
}

function membersOf(path: readonly string[], nullable: boolean): string {
  return path.map((key, index) => `${nullable && index === 0 ? '?.' : '.'}${key}`).join('');
}
