// @file pages/_app.jsx
export default function App({ Component, pageProps }) {
  return (
    <Layout><Component {...pageProps} /></Layout>
  );
}
