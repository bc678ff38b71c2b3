// @file proxy.ts
import type { NextProxy } from 'next/server';

export const proxy = ((request) => Response.redirect(new URL('/a', request.url))) satisfies NextProxy;
