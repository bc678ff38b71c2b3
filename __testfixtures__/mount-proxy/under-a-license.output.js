/*! Copyright the owners */

import { signalProxy } from 'signal-next/proxy';

// Every page is for members.
export const middleware = signalProxy((request) => Response.redirect(new URL('/members', request.url)));
