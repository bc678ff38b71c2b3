export { appRouter } from './router';
export { createContext } from './trpc';
