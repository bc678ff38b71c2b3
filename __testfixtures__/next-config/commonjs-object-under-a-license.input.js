// Copyright the authors. Licensed under MIT.
// @ts-check

/** @type {import('next').NextConfig} */
module.exports = {
  reactStrictMode: true,
}
