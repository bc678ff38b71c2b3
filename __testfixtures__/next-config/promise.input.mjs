import { load } from './load-config.mjs';

export default load().then((config) => ({ ...config, reactStrictMode: true }));
