import type { NextConfig } from "next";

const config: NextConfig = {
  transpilePackages: ["@seed-bank/analytics", "@seed-bank/newsletter"],
};

export default config;
