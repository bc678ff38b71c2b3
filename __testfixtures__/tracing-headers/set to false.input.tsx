import { SignalNextProvider } from 'signal-next/client';
export const P = () => <SignalNextProvider options={{ apiKey: 'k', addTracingHeaders: false }} />;
