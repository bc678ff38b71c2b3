// @file pages/_app.tsx
export default function App({ Component, pageProps }: Props) {
  if (Component.bare) return <Component {...pageProps} />;
  return <Layout><Component {...pageProps} /></Layout>;
}
