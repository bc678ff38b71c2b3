import { withSentryConfig } from '@sentry/nextjs';
import { withSignalConfig } from 'signal-next/config';
import { nextConfig, sentryOptions } from './config/options';
import withPlugins from './config/with-plugins';

export default withSignalConfig(
  withSentryConfig(withPlugins(nextConfig, ['analyzer', 'mdx']), sentryOptions),
);
