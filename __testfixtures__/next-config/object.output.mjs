import { withSignalConfig } from "signal-next/config";

/** @type {import('next').NextConfig} */
export default withSignalConfig({
  reactStrictMode: true,
});
