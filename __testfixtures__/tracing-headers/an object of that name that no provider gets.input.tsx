import { SignalNextProvider } from 'signal-next/client';
const options = { apiKey: 'k' };
export const P = () => <SignalNextProvider options={{ apiKey: 'k', addTracingHeaders: true }} />;
console.log(options, '<SignalNextProvider options={{}} />');
