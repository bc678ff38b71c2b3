import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { typeReferences } from '../declared-types.js';
import { followLocal } from '../exports.js';
import {
  argumentsOf,
  asCall,
  type CallPath,
  calleeOf,
  importedValue,
  keyName,
  unwrap,
} from '../expressions.js';
import { functionName } from '../function-name.js';
import type { RequestCarrier } from '../model.js';
import { sitesOf } from '../program.js';
import { typeNameOf } from '../request-parameters.js';
import { type FoundScope, givenParameter, WEBHOOK } from './found-scope.js';
import { returnedValues } from './returned-functions.js';

type Library = 'next-auth' | 'better-auth';

/** NextAuth 4 and Auth.js 5 await every event and callback, and give none of these a request. */
const HEADERS: RequestCarrier = { kind: 'headers', makesAsync: true };
/** `authorize(credentials, request)`: a plain header object in version 4, `Headers` in 5. */
const AUTHORIZE: RequestCarrier = givenParameter(1, ['headers'], 'request', {
  reads: 'any',
  orHeaders: true,
});
/** `authorized({ auth, request })` of Auth.js 5 runs in the proxy. */
const AUTHORIZED: RequestCarrier = givenParameter(0, ['request'], 'params', { reads: 'request' });
/** better-auth 1: `(data, context?)`, in its earlier releases `(data, request?)` for some; both have `headers`. */
const DATA_AND_CONTEXT: RequestCarrier = givenParameter(1, ['headers'], 'ctx', {
  reads: 'any',
  nullable: true,
});
/** `createAuthMiddleware(async (ctx) => …)`, whose headers are missing for a call from server code. */
const CONTEXT: RequestCarrier = givenParameter(0, ['headers'], 'ctx', { reads: 'any' });

/** `(req: NextApiRequest, res) => ({ … })` makes the options for one request, which the callbacks close over. */
const OF_MAKER: RequestCarrier = givenParameter(0, [], 'request', { reads: 'any' });

/** Callbacks of better-auth and its plugins that are handed the request, or the context, behind the data. */
const BETTER_AUTH_CALLBACKS = new Set([
  'sendResetPassword',
  'onPasswordReset',
  'sendVerificationEmail',
  'onEmailVerification',
  'beforeEmailVerification',
  'afterEmailVerification',
  'sendChangeEmailVerification',
  'sendChangeEmailConfirmation',
  'sendDeleteAccountVerification',
  'beforeDelete',
  'afterDelete',
  'sendMagicLink',
  'sendVerificationOTP',
  'sendOTP',
  'sendInvitationEmail',
]);

/** Callbacks of better-auth's plugins that run inside a request and are handed the data alone. */
const BETTER_AUTH_DATA_CALLBACKS = new Set(['onLinkAccount', 'onInvitationAccepted']);
/** Groups of such callbacks. */
const BETTER_AUTH_DATA_GROUPS = new Set(['organizationHooks', 'organizationCreation']);
/** The Stripe plugin calls these from its webhook. */
const BETTER_AUTH_WEBHOOKS = /^(?:onSubscription\w+|onTrial\w+|onEvent)$/;

const OPTION_TYPES: Readonly<Record<string, Library>> = {
  NextAuthOptions: 'next-auth',
  AuthOptions: 'next-auth',
  NextAuthConfig: 'next-auth',
  AuthConfig: 'next-auth',
  BetterAuthOptions: 'better-auth',
};

const isNextAuth = (source: string): boolean => /^(next-auth|@auth\/core)(\/|$)/.test(source);
const isBetterAuth = (source: string): boolean => /^better-auth(\/|$)/.test(source);

/** The hooks and callbacks that are handed to an authentication library. */
export function authCallbacks(file: SourceFile): FoundScope[] {
  const found: FoundScope[] = [];
  const add = (fn: NodePath<t.Function>, carrier: RequestCarrier): void => {
    const maker = fn.getFunctionParent();
    found.push(
      maker && takesRequest(maker)
        ? { kind: 'auth-callback', name: functionName(maker), fn: maker, carrier: OF_MAKER }
        : { kind: 'auth-callback', name: functionName(fn), fn, carrier },
    );
  };
  const addOptions = (options: NodePath, library: Library): void => {
    for (const object of objectsIn(options)) {
      if (library === 'next-auth') nextAuthOptions(object, add);
      else betterAuthOptions(object, add);
    }
  };
  const visit = (call: CallPath): void => {
    const callee = importedValue(calleeOf(call));
    if (!callee) return;
    const { source, name } = callee;
    if (isNextAuth(source) && /\/providers(\/|$)/.test(source)) {
      for (const options of argumentsOf(call).flatMap(objectsIn)) providerOptions(options, add);
    } else if (isNextAuth(source) && (name === 'default' || name === 'Auth')) {
      for (const argument of argumentsOf(call)) addOptions(argument, 'next-auth');
    } else if (isBetterAuth(source) && name === 'betterAuth') {
      for (const argument of argumentsOf(call)) addOptions(argument, 'better-auth');
    } else if (isBetterAuth(source) && /^createAuth(Middleware|Endpoint)$/.test(name)) {
      const last = argumentsOf(call).at(-1);
      const fn = last && followLocal(last);
      if (fn?.isFunction()) add(fn, CONTEXT);
    }
  };
  const visitTyped = (type: t.TSType | undefined, at: NodePath, value: NodePath): void => {
    const library = type && libraryOf(type, at);
    if (library) addOptions(value, library);
  };
  for (const site of sitesOf(file)) {
    const call = asCall(site);
    if (call) visit(call);
    else if (site.isVariableDeclarator()) {
      const { id } = site.node;
      const annotation = id.type === 'Identifier' ? id.typeAnnotation : undefined;
      const init = site.get('init') as NodePath;
      if (annotation?.type === 'TSTypeAnnotation' && init.node)
        visitTyped(annotation.typeAnnotation, site, init);
    } else if (site.isTSSatisfiesExpression()) {
      visitTyped(site.node.typeAnnotation, site, site.get('expression'));
    } else if (site.isFunction()) {
      const { returnType } = site.node;
      if (returnType?.type === 'TSTypeAnnotation') visitTyped(returnType.typeAnnotation, site, site);
    }
  }
  return found;
}

function takesRequest(fn: NodePath<t.Function>): boolean {
  const [first] = fn.get('params');
  return first?.isIdentifier() === true && /^(NextApi|Next)?Request$/.test(typeNameOf(first) ?? '');
}

function libraryOf(type: t.TSType, at: NodePath): Library | undefined {
  for (const { name, source } of typeReferences({ type, at })) {
    const library = OPTION_TYPES[name];
    if (library === 'next-auth' && isNextAuth(source)) return library;
    if (library === 'better-auth' && isBetterAuth(source)) return library;
  }
  return undefined;
}

/** The object literals that an expression stands for: itself, or what a function that makes the options returns. */
function objectsIn(expression: NodePath): NodePath<t.ObjectExpression>[] {
  const value = followLocal(expression);
  if (value.isObjectExpression()) return [value];
  if (!value.isFunction()) return [];
  return returnedValues(value).flatMap((returned) => {
    const object = followLocal(returned);
    return object.isObjectExpression() ? [object] : [];
  });
}

type Add = (fn: NodePath<t.Function>, carrier: RequestCarrier) => void;

function nextAuthOptions(options: NodePath<t.ObjectExpression>, add: Add): void {
  for (const [key, value] of entriesOf(options)) {
    if (key !== 'events' && key !== 'callbacks') continue;
    for (const [name, callback] of objectsIn(value).flatMap(entriesOf)) {
      if (callback.isFunction()) add(callback, name === 'authorized' ? AUTHORIZED : HEADERS);
    }
  }
}

function providerOptions(options: NodePath<t.ObjectExpression>, add: Add): void {
  for (const [name, value] of entriesOf(options)) {
    if (value.isFunction()) add(value, name === 'authorize' ? AUTHORIZE : HEADERS);
  }
}

/** The hooks by their place, and the callbacks by their names, plugins included. */
function betterAuthOptions(options: NodePath<t.ObjectExpression>, add: Add, depth = 0): void {
  for (const [key, value] of entriesOf(options)) {
    if (key === 'databaseHooks') {
      for (const object of objectsIn(value)) everyFunctionIn(object, add, DATA_AND_CONTEXT);
    } else if (BETTER_AUTH_DATA_GROUPS.has(key)) {
      for (const object of objectsIn(value)) everyFunctionIn(object, add, HEADERS);
    } else if (value.isFunction()) {
      const carrier = betterAuthCarrier(key);
      if (carrier) add(value, carrier);
    } else if (value.isObjectExpression() && depth < 6) betterAuthOptions(value, add, depth + 1);
    else if (value.isArrayExpression()) {
      for (const element of value.get('elements') as NodePath[]) {
        const call = element.node ? asCall(unwrap(element)) : undefined;
        for (const object of call ? argumentsOf(call).flatMap(objectsIn) : []) {
          betterAuthOptions(object, add, depth + 1);
        }
      }
    }
  }
}

function betterAuthCarrier(key: string): RequestCarrier | undefined {
  if (BETTER_AUTH_CALLBACKS.has(key)) return DATA_AND_CONTEXT;
  if (BETTER_AUTH_DATA_CALLBACKS.has(key)) return HEADERS;
  return BETTER_AUTH_WEBHOOKS.test(key) ? WEBHOOK : undefined;
}

function everyFunctionIn(
  object: NodePath<t.ObjectExpression>,
  add: Add,
  carrier: RequestCarrier,
  depth = 0,
): void {
  for (const [, value] of entriesOf(object)) {
    if (value.isFunction()) add(value, carrier);
    else if (value.isObjectExpression() && depth < 4) everyFunctionIn(value, add, carrier, depth + 1);
  }
}

/** The keys of an object literal with their values; a method is its own value. */
function entriesOf(object: NodePath<t.ObjectExpression>): [key: string, value: NodePath][] {
  return object.get('properties').flatMap((property): [string, NodePath][] => {
    if (property.isSpreadElement()) return [];
    const key = property.isObjectMethod() || property.isObjectProperty() ? keyName(property.node) : undefined;
    if (key === undefined) return [];
    return [[key, property.isObjectProperty() ? followLocal(property.get('value') as NodePath) : property]];
  });
}
