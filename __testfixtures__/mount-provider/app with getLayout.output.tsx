// @file pages/_app.tsx
import { SignalProvider } from "@/components/signal-provider";

export default function MyApp({ Component, pageProps }: AppPropsWithLayout) {
  const getLayout = Component.getLayout ?? ((page) => page);
  return getLayout(
    <SignalProvider>
      <Component {...pageProps} />
    </SignalProvider>,
  );
}
