import { calleeOf, importedValue } from '../expressions.js';
import type { RequestCarrier } from '../model.js';
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
export function packageCarrier({ call, argument, key }: GivenTo): RequestCarrier | undefined {
  const callee = key === undefined ? importedValue(calleeOf(call)) : undefined;
  return callee && WRAPPERS[`${callee.source}#${callee.name}#${argument}`];
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
