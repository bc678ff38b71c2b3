export default class Config {
  reactStrictMode = true;
}
