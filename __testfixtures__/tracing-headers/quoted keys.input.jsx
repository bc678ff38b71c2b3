import { SignalNextProvider } from "signal-next/client";

const options = {
  "apiKey": "k",
  "projectId": "p"
};

export const Providers = () => <SignalNextProvider options={options} />;
