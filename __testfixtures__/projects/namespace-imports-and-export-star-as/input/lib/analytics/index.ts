export * as orders from './orders';
export * from './users';
