// @file middleware.ts
import { handle } from './handle';

export { handle as default };
