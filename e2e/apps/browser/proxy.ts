export { signalProxy as proxy } from 'signal-next/proxy';

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };
