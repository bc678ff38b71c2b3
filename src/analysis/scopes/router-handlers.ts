import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { ByDepth } from '../by-depth.js';
import { typeDeclaration, typeReferences } from '../declared-types.js';
import { followLocal } from '../exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  importedValue,
  unwrap,
} from '../expressions.js';
import { functionName } from '../function-name.js';
import type { RequestCarrier } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { programOf, sitesOf } from '../program.js';
import { type BuilderOrigin, builderOrigin } from './builder-origin.js';
import { type FoundScope, givenParameter } from './found-scope.js';

/** How a router's handlers are given the request, and its error handler where that gets it too. */
interface Router {
  readonly carrier: RequestCarrier;
  readonly onError: RequestCarrier | undefined;
}

const hono = (position: number): RequestCarrier =>
  givenParameter(position, ['req', 'raw'], 'c', { reads: 'request' });
const node = givenParameter(0, [], 'req', { reads: 'node-request' });
const web = givenParameter(0, [], 'request', { reads: 'request' });
const elysia = givenParameter(0, ['request'], 'context', { reads: 'request' });

const HONO: Router = { carrier: hono(0), onError: hono(1) };
const NODE: Router = { carrier: node, onError: undefined };
const WEB: Router = { carrier: web, onError: undefined };
/** itty-router types its request loosely, its headers not at all. */
const ITTY: Router = {
  carrier: givenParameter(0, ['headers'], 'request', { reads: 'headers' }),
  onError: undefined,
};

/** By `module#export`. Hono 3 and 4, Elysia 1, itty-router 4 and 5, next-connect 0 and 1. */
const ROUTERS: Readonly<Record<string, Router>> = {
  'hono#Hono': HONO,
  'hono/tiny#Hono': HONO,
  'hono/quick#Hono': HONO,
  'hono/factory#createFactory': HONO,
  'hono/factory#Factory': HONO,
  '@hono/zod-openapi#OpenAPIHono': HONO,
  'elysia#Elysia': { carrier: elysia, onError: elysia },
  'elysia#default': { carrier: elysia, onError: elysia },
  'itty-router#Router': ITTY,
  'itty-router#AutoRouter': ITTY,
  'itty-router#IttyRouter': ITTY,
  'next-connect#default': NODE,
  'next-connect#createRouter': NODE,
  'next-connect#createEdgeRouter': WEB,
  'next-rest-framework#routeOperation': WEB,
  'next-rest-framework#apiRouteOperation': NODE,
  'express#default': NODE,
  'express#Router': NODE,
};

/** Functions that take a handler themselves. */
const HANDLER_MAKERS: Readonly<Record<string, Router>> = {
  'hono/factory#createMiddleware': HONO,
};

/** Types that make a function a handler wherever it is mounted. */
const HANDLER_TYPES: Readonly<Record<string, Router>> = {
  'hono#Handler': HONO,
  'hono#MiddlewareHandler': HONO,
  'hono/types#Handler': HONO,
  'hono/types#MiddlewareHandler': HONO,
  '@hono/zod-openapi#RouteHandler': HONO,
};

const METHODS = new Set([
  'get',
  'head',
  'post',
  'put',
  'patch',
  'delete',
  'options',
  'all',
  'any',
  'on',
  'use',
  'openapi',
  'handler',
  'middleware',
  'notFound',
  'createHandlers',
  'createMiddleware',
  'derive',
  'resolve',
  'onRequest',
  'onBeforeHandle',
  'onAfterHandle',
  'onAfterResponse',
]);

const keyOf = ({ source, name }: BuilderOrigin): string => `${source}#${name}`;

/** The handlers and middlewares of routers that are mounted inside Next.js, and functions typed as such. */
export function routerHandlers(file: SourceFile, host: ModuleHost): FoundScope[] {
  const found: FoundScope[] = [];
  const add = (value: NodePath, carrier: RequestCarrier): void => {
    const fn = followLocal(value);
    if (fn.isFunction()) found.push({ kind: 'router-handler', name: functionName(fn), fn, carrier });
  };
  const visit = (call: CallPath): void => {
    const given = argumentsOf(call).filter((argument) => followLocal(argument).isFunction());
    if (given.length === 0) return;
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    const maker = importedValue(callee);
    const made = maker && HANDLER_MAKERS[keyOf(maker)];
    if (made) for (const one of given) add(one, made.carrier);
    if (member?.name === undefined) return;
    const isError = member.name === 'onError';
    if (!isError && !METHODS.has(member.name)) return;
    const origin = builderOrigin(member.object, file, host);
    const router = origin && ROUTERS[keyOf(origin)];
    if (!router) return;
    const carrier = isError ? router.onError : router.carrier;
    if (carrier) for (const one of given) add(one, carrier);
  };
  for (const site of sitesOf(file)) {
    const call = asCall(site);
    if (call) visit(call);
    const carrier = site.isFunction() ? typedCarrier(site, file, host) : undefined;
    if (carrier) add(site, carrier);
  }
  return found;
}

/** A function with a Hono context among its parameters, or in a variable that is typed as a handler. */
function typedCarrier(
  fn: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
): RequestCarrier | undefined {
  for (const [position, param] of fn.node.params.entries()) {
    const annotation = param.type === 'Identifier' ? param.typeAnnotation : undefined;
    if (annotation?.type !== 'TSTypeAnnotation') continue;
    const type = { type: annotation.typeAnnotation, at: fn };
    if (typeReferences(type).some(({ source, name }) => source === 'hono' && name === 'Context'))
      return hono(position);
  }
  const declarator = fn.parentPath;
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return undefined;
  const annotation = declarator.node.id.typeAnnotation;
  if (annotation?.type !== 'TSTypeAnnotation') return undefined;
  return handlerType({ type: annotation.typeAnnotation, at: declarator }, file, host)?.carrier;
}

function handlerType(
  type: Parameters<typeof typeReferences>[0],
  file: SourceFile,
  host: ModuleHost,
  depth = 0,
  answers = new ByDepth<Router | undefined>(),
): Router | undefined {
  for (const reference of depth > 3 ? [] : typeReferences(type)) {
    const known = HANDLER_TYPES[keyOf(reference)];
    if (known) return known;
    const path = host.resolve(reference.source, file.path);
    const target = path === undefined ? undefined : host.load(path);
    if (!target) continue;
    const at = programOf(target);
    const declared = typeDeclaration(reference.name, at);
    if (declared?.type !== 'TSTypeAliasDeclaration') continue;
    const behind = { type: declared.typeAnnotation, at };
    const onward = answers.once(declared, depth, () => handlerType(behind, target, host, depth + 1, answers));
    if (onward) return onward;
  }
  return undefined;
}
