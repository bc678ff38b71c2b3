// @file middleware.ts
import * as signal from 'signal-next/proxy';
import { auth } from '@/auth';

export const middleware = signal.signalProxy(auth);
