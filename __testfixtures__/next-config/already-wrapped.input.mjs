import { withSignalConfig } from 'signal-next/config';

export default withSignalConfig({ reactStrictMode: true });
