import './instrument';
import { middleware as handler } from './server/middleware';
import { signalProxy } from 'signal-next/proxy';
export { config } from './server/middleware';
export const middleware = signalProxy(handler);
