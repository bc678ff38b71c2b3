const withBundleAnalyzer = require('@next/bundle-analyzer');

module.exports = withBundleAnalyzer({ enabled: false })(
  // Checked by the build.
  { reactStrictMode: true },
);
