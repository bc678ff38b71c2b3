// @file src/middleware.ts
import './instrument';
export { middleware, config } from './server/middleware';
