export default ({ reactStrictMode: true });
