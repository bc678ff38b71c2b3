export default (console.log('loaded'), { reactStrictMode: true });
