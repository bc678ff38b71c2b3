const withBundleAnalyzer = require('@next/bundle-analyzer');
const { withSignalConfig } = require('signal-next/config');

module.exports = withSignalConfig(
  withBundleAnalyzer({ enabled: false })(
    // Checked by the build.
    { reactStrictMode: true },
  ),
);
