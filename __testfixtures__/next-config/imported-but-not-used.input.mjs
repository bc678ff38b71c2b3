import { withSignalConfig } from 'signal-next/config';

export default { reactStrictMode: true };
