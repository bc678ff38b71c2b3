// @file pages/_app.tsx
import { SignalProvider } from "@/components/signal-provider";

export default function App({ Component, pageProps }: AppProps) {
  const session = useSession();
  return session ? (
    <SignalProvider>
      <Component {...pageProps} />
    </SignalProvider>
  ) : (
    <p>Sign in</p>
  );
}
