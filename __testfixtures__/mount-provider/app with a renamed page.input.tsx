// @file pages/_app.tsx
import { Component } from './other';

export default function App({ Component: Page, pageProps }: Props) {
  const page = <Page {...pageProps} />;
  return <Layout side={<Component />}>{page}</Layout>;
}
