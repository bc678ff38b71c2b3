import { SignalNextProvider } from 'signal-next/client';

export const Providers = () => <SignalNextProvider options={{ addTracingHeaders: true }} />;
