export { createOrder } from './create-order';
