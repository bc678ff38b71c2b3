const config = { reactStrictMode: true };
const extra = 1;

export { config as default, extra };
