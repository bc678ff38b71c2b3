// @file pages/_app.tsx
import { SignalProvider } from "@/components/signal-provider";

export default function App({ Component, pageProps }: Props) {
  return (
    <SessionProvider session={pageProps.session}>
      <SignalProvider>
        {Component.auth ? (
          <Auth>
            <Component {...pageProps} />
          </Auth>
        ) : (
          <Component {...pageProps} />
        )}
      </SignalProvider>
    </SessionProvider>
  );
}
