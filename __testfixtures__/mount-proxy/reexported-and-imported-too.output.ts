import { signalProxy } from 'signal-next/proxy';
import { auth } from '@/auth';
import { auth as handler } from '@/auth';

export const middleware = signalProxy(handler);

export const isOpen = () => auth === undefined;
