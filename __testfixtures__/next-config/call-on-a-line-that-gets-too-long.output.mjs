import createMDX from '@next/mdx';
import { withSignalConfig } from 'signal-next/config';

const withMDX = createMDX();

export default withSignalConfig(
  withMDX({ pageExtensions: ['mdx', 'tsx'], output: 'export' }),
);
