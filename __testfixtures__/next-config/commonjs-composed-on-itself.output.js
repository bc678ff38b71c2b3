const { withSentryConfig } = require("@sentry/nextjs");
const { withSignalConfig } = require("signal-next/config");

module.exports = {
    reactStrictMode: true,
};

module.exports = withSignalConfig(
    withSentryConfig(module.exports, { silent: true }),
);
