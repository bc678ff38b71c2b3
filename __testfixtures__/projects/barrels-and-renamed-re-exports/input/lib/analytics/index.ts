export * from './orders';
export { default as trackLogin, trackUser as seen } from './users';
