// All that a plain `check` does without. One file of a build loads quicker than many that share modules.
export { explain } from './explain.js';
export { fixFindings } from './fix.js';
export { init } from './init.js';
export { migrate } from './migrate.js';
export { rules } from './rules.js';
export { undo } from './undo.js';
