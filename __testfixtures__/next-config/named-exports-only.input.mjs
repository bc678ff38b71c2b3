export const reactStrictMode = true;
