import { SignalNextProvider } from 'signal-next/client';

const off = { apiKey: 'k', addTracingHeaders: true, sessionCookie: false };
const on = { apiKey: 'k', addTracingHeaders: true };
on.sessionCookie = true;

export function Providers({ children, some }) {
  return (
    <SignalNextProvider options={off}>
      <SignalNextProvider options={on}>{children}</SignalNextProvider>
    </SignalNextProvider>
  );
}
