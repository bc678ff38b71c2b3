// @file middleware.ts
export const config = { matcher: '/' };
