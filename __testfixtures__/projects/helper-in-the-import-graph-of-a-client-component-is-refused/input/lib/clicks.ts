export { trackClick } from './analytics';
