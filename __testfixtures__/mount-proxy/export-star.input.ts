// @file middleware.ts
export * from './lib/middleware';
