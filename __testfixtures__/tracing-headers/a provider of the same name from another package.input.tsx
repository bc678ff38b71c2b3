import { SignalNextProvider } from 'another-signal';
import { useSignal } from 'signal-next/client';
export const P = () => <SignalNextProvider options={{ apiKey: 'k' }} onClick={useSignal()} />;
