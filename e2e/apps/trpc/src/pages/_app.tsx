import type { AppType } from "next/app";
import { SignalNextProvider } from "signal-next/client";
import { api } from "~/utils/api";

const App: AppType = ({ Component, pageProps }) => (
  <SignalNextProvider options={{ apiKey: "pk_reading", projectId: "reading" }}>
    <Component {...pageProps} />
  </SignalNextProvider>
);

export default api.withTRPC(App);
