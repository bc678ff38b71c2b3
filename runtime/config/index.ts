export { withSignalConfig } from './with-signal-config.js';
