import { withSignalConfig as withSignalNextConfig } from "signal-next/config";

function withSignalConfig() {}

export default withSignalNextConfig({ reactStrictMode: true });
