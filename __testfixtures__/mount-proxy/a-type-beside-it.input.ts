// @file proxy.ts
export { type Rules, handle as proxy } from './rules';

export interface Options {
  strict: boolean;
}
