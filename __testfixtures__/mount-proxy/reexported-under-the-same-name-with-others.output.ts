import './instrument';
import { signalProxy } from 'signal-next/proxy';
import { middleware as handler } from './server/middleware';
export { config } from './server/middleware';
export const middleware = signalProxy(handler);
