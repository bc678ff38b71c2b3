import handler from './lib/proxy';
import { signalProxy } from 'signal-next/proxy';

export const proxy = signalProxy(handler);
