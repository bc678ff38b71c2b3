export { checkToken } from './token';
