import { describeInChromium } from './suite.js';

describeInChromium({
  next: '16.4.6',
  packages: [],
  proxy: 'proxy',
});
