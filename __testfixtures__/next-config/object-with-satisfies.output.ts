import type { NextConfig } from 'next';
import { withSignalConfig } from 'signal-next/config';

export default withSignalConfig({
  cacheComponents: true,
} satisfies NextConfig);
