function withSignalConfig() {}

export default { reactStrictMode: true };
