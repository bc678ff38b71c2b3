import { signalProxy } from 'signal-next/proxy';

function middleware() {
  return new Response('closed'); // until Monday
} // every path

const middlewareWithSignal = signalProxy(middleware);
export { middlewareWithSignal as middleware };

export const config = { matcher: '/:path*' };
