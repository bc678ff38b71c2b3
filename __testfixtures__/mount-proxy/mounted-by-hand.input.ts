// @file middleware.ts
import { signalProxy } from 'signal-next/proxy';
import { auth } from '@/auth';

const handler = signalProxy(auth);

export default handler;
