// @file proxy.ts
export { default as proxy } from './lib/proxy';
