import type { NextConfig } from "next";
import { withSignalConfig } from "signal-next/config";

const nextConfig: NextConfig = {
  /* config options here */
};

export default withSignalConfig(nextConfig);
