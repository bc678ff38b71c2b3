import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { annotationOf, importedFrom, originalName, paramsOf, targetOf } from './expressions.js';
import type { SourceKind } from './model.js';

/** A parameter that is the request by its type, or by its name where it has none. */
export interface RequestParameter {
  readonly name: string;
  readonly node: t.Identifier;
  readonly reads: SourceKind;
}

/** Types of a request, and the module that each comes from; undefined for the platform's own. */
const REQUEST_TYPES: Readonly<
  Record<string, { readonly source: RegExp | undefined; readonly reads: SourceKind }>
> = {
  Request: { source: undefined, reads: 'request' },
  NextRequest: { source: /^next\/server$/, reads: 'request' },
  NextApiRequest: { source: /^next(?:\/types)?(?:\/index)?$/, reads: 'node-request' },
  IncomingMessage: { source: /^(?:node:)?http$/, reads: 'node-request' },
};

/** The parameter by which a function of any kind is given the request; a name bound to another type is none. */
export function requestParameterOf(fn: NodePath<t.Function>): RequestParameter | undefined {
  for (const param of paramsOf(fn)) {
    const target = targetOf(param);
    if (!target.isIdentifier()) continue;
    const reads = readsOf(target, fn);
    if (reads) return { name: target.node.name, node: target.node, reads };
  }
  return undefined;
}

function readsOf(param: NodePath<t.Identifier>, fn: NodePath<t.Function>): SourceKind | undefined {
  const type = annotationOf(param.node);
  if (!type) return /^_?(?:req|request)$/.test(param.node.name) ? 'request' : undefined;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const name = originalName(type.typeName.name, fn);
  const known = Object.hasOwn(REQUEST_TYPES, name) ? REQUEST_TYPES[name] : undefined;
  if (!known) return undefined;
  const binding = fn.scope.getBinding(type.typeName.name);
  const source = binding && importedFrom(binding)?.source;
  const isMeant = known.source === undefined ? binding === undefined : known.source.test(source ?? '');
  return isMeant ? known.reads : undefined;
}
