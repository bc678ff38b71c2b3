export default (phase) => ({
  distDir: phase === 'phase-development-server' ? '.next-dev' : '.next',
});
