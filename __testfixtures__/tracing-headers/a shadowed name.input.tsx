import { SignalNextProvider } from 'signal-next/client';
export const P = (SignalNextProvider: React.FC) => <SignalNextProvider options={{ apiKey: 'k' }} />;
