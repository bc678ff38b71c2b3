const { withSignalConfig } = require("signal-next/config");

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
};

module.exports = withSignalConfig(nextConfig);
