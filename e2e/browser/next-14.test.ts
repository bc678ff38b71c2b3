import { describeInChromium } from './suite.js';

describeInChromium({
  next: '14.2.35',
  packages: ['react@^18', 'react-dom@^18', '@types/react@^18', '@types/react-dom@^18'],
  proxy: 'middleware',
});
