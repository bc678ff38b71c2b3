// @file middleware.js
/*! Copyright the owners */

// Every page is for members.
export const middleware = (request) => Response.redirect(new URL('/members', request.url));
