const config = { reactStrictMode: true };

export = config;
