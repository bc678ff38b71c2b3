import type { NextConfig } from "next";

const config: NextConfig = {
  transpilePackages: ["@seed-bank/analytics"],
};

export default config;
