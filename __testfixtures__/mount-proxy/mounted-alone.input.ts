// @file proxy.ts
export { signalProxy as proxy } from 'signal-next/proxy';
