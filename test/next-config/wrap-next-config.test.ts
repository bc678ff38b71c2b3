import { wrapNextConfig } from '../../transforms/next-config/wrap-next-config.js';
import { testFixtures } from '../support/fixtures.js';

testFixtures('next-config', (file) => wrapNextConfig(file, 'signal-next/config'));
