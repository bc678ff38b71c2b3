export * from './orders';
export type { IdentifyFn as Identify } from './people';
