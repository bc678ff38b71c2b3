import { load } from './load-config.mjs';
import { withSignalConfig } from 'signal-next/config';

export default withSignalConfig(
  load().then((config) => ({ ...config, reactStrictMode: true })),
);
