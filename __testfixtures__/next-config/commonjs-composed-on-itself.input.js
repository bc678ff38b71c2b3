const { withSentryConfig } = require("@sentry/nextjs");

module.exports = {
    reactStrictMode: true,
};

module.exports = withSentryConfig(module.exports, { silent: true });
