import { SignalNextProvider } from 'signal-next/client';

function Wrapper({ options, children }) {
  return <SignalNextProvider options={options}>{children}</SignalNextProvider>;
}

export default function App() {
  return <Wrapper options={{ apiKey: 'k', addTracingHeaders: true }} />;
}
