import { handle } from './rules';
import { signalProxy } from 'signal-next/proxy';

export { type Rules } from './rules';
export const proxy = signalProxy(handle);

export interface Options {
  strict: boolean;
}
