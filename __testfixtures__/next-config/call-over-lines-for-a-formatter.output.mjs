import { withSentryConfig } from '@sentry/nextjs';
import { withSignalConfig } from 'signal-next/config';

const nextConfig = {};

export default withSignalConfig(
  withSentryConfig(nextConfig, {
    org: 'shop',
    project: 'web',
  }),
);
