import { withSentryConfig } from '@sentry/nextjs';
import { nextConfig, sentryOptions } from './config/options';
import withPlugins from './config/with-plugins';

export default withSentryConfig(
  withPlugins(nextConfig, ['analyzer', 'mdx']),
  sentryOptions,
);
