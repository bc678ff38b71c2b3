// @file pages/_app.tsx
import { SignalProvider } from "@/components/signal-provider";

export default function App({ Component, pageProps }: AppProps) {
  return withTheme(
    pageProps.theme,
    <SignalProvider>
      <Component {...pageProps} />
    </SignalProvider>,
    "light",
  );
}
