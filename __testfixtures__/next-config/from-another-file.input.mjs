export { default } from './config/next.mjs';
