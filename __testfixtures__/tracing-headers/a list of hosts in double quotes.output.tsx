import { SignalNextProvider } from "signal-next/client";

export const Providers = () => (
  <SignalNextProvider
    options={{
      apiKey: "k",
      addTracingHeaders: ["api.example.com", "example.com"],
    }}
  />
);
