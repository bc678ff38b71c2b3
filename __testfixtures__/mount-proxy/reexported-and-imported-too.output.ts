import { auth } from '@/auth';
import { auth as handler } from '@/auth';
import { signalProxy } from 'signal-next/proxy';

export const middleware = signalProxy(handler);

export const isOpen = () => auth === undefined;
