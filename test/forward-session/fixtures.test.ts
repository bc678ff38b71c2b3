import { testFixtures } from '../support/fixtures.js';
import { forwarded } from '../support/rewrites/forward-session.js';

testFixtures('forward-session', forwarded);
