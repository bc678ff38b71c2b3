import { signalProxy as withSignal } from 'signal-next/proxy';
import { handle } from './handle';

export const proxy = withSignal(handle);
