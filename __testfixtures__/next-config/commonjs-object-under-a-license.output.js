// Copyright the authors. Licensed under MIT.
// @ts-check

const { withSignalConfig } = require("signal-next/config")

/** @type {import('next').NextConfig} */
module.exports = withSignalConfig({
  reactStrictMode: true,
})
