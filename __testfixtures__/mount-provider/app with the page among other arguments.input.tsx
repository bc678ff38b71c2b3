// @file pages/_app.tsx
export default function App({ Component, pageProps }: AppProps) {
  return withTheme(pageProps.theme, <Component {...pageProps} />, "light");
}
