export { getSessionInfo as readSession } from './signal-server';
export * from './cached';
