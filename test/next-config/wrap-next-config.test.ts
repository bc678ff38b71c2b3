import { testFixtures } from '../support/fixtures.js';
import { REWRITES } from '../support/rewrites/rewrites.js';

testFixtures('next-config', REWRITES['next-config']);
