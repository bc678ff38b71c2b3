// @file middleware.ts
export function middleware() {
  return new Response('closed'); // until Monday
} // every path

export const config = { matcher: '/:path*' };
