import { testFixtures } from '../support/fixtures.js';
import { REWRITES } from '../support/rewrites/rewrites.js';

testFixtures('signal-module', REWRITES['signal-module']);
