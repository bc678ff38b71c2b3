import type { NextProxy } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

export const proxy = signalProxy(((request) => Response.redirect(new URL('/a', request.url))) satisfies NextProxy);
