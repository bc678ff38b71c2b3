import { withSignalConfig } from "signal-next/config";

export default withSignalConfig(async function (phase, { defaultConfig }) {
  return { ...defaultConfig, poweredByHeader: false };
});
