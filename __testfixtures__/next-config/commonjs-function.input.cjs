'use strict';

// Development uses another folder.
const { PHASE_DEVELOPMENT_SERVER } = require('next/constants');
const withMDX = require('@next/mdx')();
const path = require('node:path');

module.exports = async (phase) => {
  return { distDir: phase === PHASE_DEVELOPMENT_SERVER ? '.next-dev' : '.next', root: path.join('a') };
};
