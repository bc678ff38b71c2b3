// @file pages/_app.tsx
export default function App({ Component, pageProps }: AppProps) {
  const session = useSession();
  return session ? <Component {...pageProps} /> : <p>Sign in</p>;
}
