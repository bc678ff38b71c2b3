if (process.env.CI) {
  module.exports = { output: 'standalone' };
} else {
  module.exports = {};
}
