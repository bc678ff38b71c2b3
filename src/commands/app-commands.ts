// The commands that look into apps share most of what they load, and one file of a build loads quicker than many.
export { check } from './check.js';
export { init } from './init.js';
export { migrate } from './migrate.js';
