import { testFixtures } from '../support/fixtures.js';
import { REWRITES } from '../support/rewrites/rewrites.js';

testFixtures('mount-proxy', REWRITES['mount-proxy']);
