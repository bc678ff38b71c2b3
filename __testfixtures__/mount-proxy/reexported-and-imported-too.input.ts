// @file middleware.ts
import { auth } from '@/auth';

export { auth as middleware } from '@/auth';

export const isOpen = () => auth === undefined;
