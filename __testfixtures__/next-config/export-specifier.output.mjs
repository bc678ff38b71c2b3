import { withSignalConfig } from "signal-next/config";

const config = { reactStrictMode: true };

export default withSignalConfig(config);
