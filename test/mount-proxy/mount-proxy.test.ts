import { mountProxy } from '../../transforms/mount-proxy/mount-proxy.js';
import { testFixtures } from '../support/fixtures.js';

testFixtures('mount-proxy', (file) => mountProxy(file, 'signal-next/proxy'));
