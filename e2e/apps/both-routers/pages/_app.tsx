import type { AppProps } from "next/app";
import { SignalNextProvider } from "signal-next/client";

const options = { apiKey: "pk_harbour", projectId: "harbour" };

export default function App({ Component, pageProps }: AppProps) {
  return (
    <SignalNextProvider options={options}>
      <Component {...pageProps} />
    </SignalNextProvider>
  );
}
