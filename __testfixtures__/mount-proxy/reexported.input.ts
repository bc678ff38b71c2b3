// @file middleware.ts
export { auth as middleware } from '@/auth';
