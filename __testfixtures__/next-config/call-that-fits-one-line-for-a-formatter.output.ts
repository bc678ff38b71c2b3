import { withSentryConfig } from '@sentry/nextjs';
import { nextConfig, sentryOptions } from './config/options';
import withPlugins from './config/with-plugins';
import { withSignalConfig } from 'signal-next/config';

export default withSignalConfig(
  withSentryConfig(withPlugins(nextConfig, ['analyzer', 'mdx']), sentryOptions),
);
