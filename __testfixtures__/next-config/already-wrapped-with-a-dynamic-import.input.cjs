module.exports = async () => {
  const { withSignalConfig } = await import('signal-next/config');
  return withSignalConfig({ reactStrictMode: true });
};
