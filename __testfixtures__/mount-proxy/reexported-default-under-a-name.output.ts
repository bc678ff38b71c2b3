import { signalProxy } from 'signal-next/proxy';
import handler from './lib/proxy';

export const proxy = signalProxy(handler);
