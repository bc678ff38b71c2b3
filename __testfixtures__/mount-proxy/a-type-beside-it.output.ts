import { signalProxy } from 'signal-next/proxy';
import { handle } from './rules';

export { type Rules } from './rules';
export const proxy = signalProxy(handle);

export interface Options {
  strict: boolean;
}
