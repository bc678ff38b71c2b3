import type { SourceFile } from '../../source/parse.js';
import { asCall, calleeOf, importedValue, memberCalled, unwrap } from '../expressions.js';
import type { RequestCarrier } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { resolved } from '../project-values.js';
import { givenParameter } from './found-scope.js';
import type { GivenTo } from './handlers.js';

/** The carriers of callbacks that packages wrap, by `module#export` and the index of the argument. */
const WRAPPERS: Readonly<Record<string, RequestCarrier>> = {
  // `clerkMiddleware(async (auth, request, event) => …)`, versions 5 and 6.
  '@clerk/nextjs/server#clerkMiddleware#0': givenParameter(1, [], 'request', {
    reads: 'request',
    orHeaders: true,
  }),
  // NextAuth 4 and Kinde: the middleware function itself.
  'next-auth/middleware#withAuth#0': givenParameter(0, [], 'request', { reads: 'request' }),
  'next-auth/middleware#default#0': givenParameter(0, [], 'request', { reads: 'request' }),
  '@kinde-oss/kinde-auth-nextjs/middleware#withAuth#0': givenParameter(0, [], 'request', {
    reads: 'request',
  }),
};

/** How a package's wrapper hands the request to its callback. */
export function packageCarrier({ call, argument, key, returned }: GivenTo): RequestCarrier | undefined {
  const callee = key === undefined && !returned ? importedValue(calleeOf(call)) : undefined;
  return callee && WRAPPERS[`${callee.source}#${callee.name}#${argument}`];
}

/** What next-redux-wrapper 5 to 8 hand to the function that the callback of a method of theirs gives back. */
const WITH_STORE: Readonly<Record<string, RequestCarrier>> = {
  getServerSideProps: givenParameter(0, ['req'], 'context', { reads: 'node-request' }),
  getInitialPageProps: givenParameter(0, ['req'], 'context', { reads: 'any' }),
  getInitialAppProps: givenParameter(0, ['ctx', 'req'], 'context', { reads: 'any' }),
};

/** `wrapper.getServerSideProps((store) => async (context) => …)`, whose wrapper is made anywhere in the project. */
export function storeCarrier(given: GivenTo, file: SourceFile, host: ModuleHost): RequestCarrier | undefined {
  const method = given.returned ? memberCalled(given.call) : undefined;
  const carrier = method?.name === undefined ? undefined : WITH_STORE[method.name];
  const maker =
    method && carrier && asCall(unwrap(resolved(method.object, file, host)?.value ?? method.object));
  const made = maker && importedValue(calleeOf(maker));
  return made?.source === 'next-redux-wrapper' && made.name === 'createWrapper' ? carrier : undefined;
}

/** `onRequestError(error, request, context)` of Next.js 15 and 16; its request has plain headers. */
export const ON_REQUEST_ERROR: RequestCarrier = {
  kind: 'parameter',
  position: 1,
  path: [],
  reads: 'node-request',
  nullable: false,
  added: { baseName: 'request', type: 'header-owner' },
  orHeaders: false,
};
