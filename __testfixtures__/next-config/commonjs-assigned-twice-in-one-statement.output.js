const { withSignalConfig } = require("signal-next/config");

exports = module.exports = withSignalConfig({ reactStrictMode: true });
