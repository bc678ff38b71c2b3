import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { moduleExports } from './exports.js';
import { argumentsOf, asCall, declaredValue, directivesOf, unwrap } from './expressions.js';
import type { HandlerScope, RequestScope } from './model.js';
import type { ModuleHost } from './module-host.js';
import { hasDirective, programOf } from './program.js';
import type { RouteRole } from './route-files.js';
import { findProcedures } from './trpc/find-procedures.js';

const HTTP_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The request scopes of one file, by function node. */
export type RequestScopes = ReadonlyMap<t.Node, RequestScope>;

/** Finds every function of `file` that Next.js, or a router inside it, calls with, or inside, one request. */
export function findRequestScopes(file: SourceFile, role: RouteRole, host: ModuleHost): RequestScopes {
  const found = new Map<t.Node, RequestScope>();
  const program = programOf(file);
  const actions = hasDirective(file, 'use server');

  for (const one of moduleExports(program)) {
    if (one.kind !== 'value') continue;
    const kind = scopeKindOf(one.name, role, actions);
    if (kind === undefined) continue;
    for (const handler of handlersIn(one.value)) {
      const known = found.get(handler.fn.node);
      const methods = kind === 'route-handler' ? [...(known?.methods ?? []), one.name] : [];
      found.set(handler.fn.node, { kind, name: known?.name ?? one.name, ...handler, methods });
    }
  }
  program.traverse({
    Function(fn) {
      if (found.has(fn.node) || !directivesOf(fn).includes('use server')) return;
      found.set(fn.node, { kind: 'server-action', name: functionName(fn), fn, wrapped: false, methods: [] });
    },
  });
  for (const { fn, context } of findProcedures(file, host)) {
    if (found.has(fn.node)) continue;
    found.set(fn.node, {
      kind: 'trpc-procedure',
      name: functionName(fn),
      fn,
      wrapped: true,
      methods: [],
      context,
    });
  }
  return found;
}

function scopeKindOf(exported: string, role: RouteRole, actions: boolean): HandlerScope['kind'] | undefined {
  switch (role.kind) {
    case 'route-handler':
      return HTTP_METHODS.has(exported) ? 'route-handler' : undefined;
    case 'pages-api':
      return exported === 'default' ? 'pages-api' : undefined;
    case 'pages-page':
    case 'pages-app':
      return exported === 'getServerSideProps' ? 'get-server-side-props' : undefined;
    case 'app-component':
    case 'proxy':
    case 'instrumentation':
    case 'module':
      return actions ? 'server-action' : undefined;
  }
}

interface Handler {
  readonly fn: NodePath<t.Function>;
  readonly wrapped: boolean;
}

/** The functions that answer when `value` is called: itself, or the callbacks given to the wrappers around it. */
function handlersIn(value: NodePath, wrapped = false, seen: ReadonlySet<t.Node> = new Set()): Handler[] {
  const target = unwrap(value);
  if (seen.has(target.node)) return [];
  const visited = new Set(seen).add(target.node);
  if (target.isFunctionDeclaration() || target.isFunctionExpression() || target.isArrowFunctionExpression()) {
    return [{ fn: target, wrapped }];
  }
  if (target.isObjectMethod()) return [{ fn: target, wrapped: true }];
  if (target.isIdentifier()) {
    const binding = target.scope.getBinding(target.node.name);
    const declared = binding && declaredValue(binding);
    return declared ? handlersIn(declared, wrapped, visited) : [];
  }
  const call = asCall(target);
  if (!call) return [];
  return argumentsOf(call).flatMap((argument) => {
    const given = unwrap(argument);
    if (!given.isObjectExpression()) return handlersIn(given, true, visited);
    return given.get('properties').flatMap((property) => {
      if (property.isObjectMethod()) return handlersIn(property, true, visited);
      return property.isObjectProperty() ? handlersIn(property.get('value') as NodePath, true, visited) : [];
    });
  });
}

/** The name a person would call the function by. */
export function functionName(fn: NodePath<t.Function>): string {
  const { node, parentPath } = fn;
  if ('id' in node && node.id) return node.id.name;
  if ((fn.isObjectMethod() || fn.isClassMethod()) && 'key' in node && node.key.type === 'Identifier') {
    return node.key.name;
  }
  let holder: NodePath | null = parentPath;
  while (
    holder &&
    (holder.isCallExpression() || holder.isTSSatisfiesExpression() || holder.isTSAsExpression())
  ) {
    holder = holder.parentPath;
  }
  if (holder?.isVariableDeclarator() && holder.node.id.type === 'Identifier') return holder.node.id.name;
  if (holder?.isObjectProperty() && holder.node.key.type === 'Identifier') return holder.node.key.name;
  return 'anonymous function';
}
