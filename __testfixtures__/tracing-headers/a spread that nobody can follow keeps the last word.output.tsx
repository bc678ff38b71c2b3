import { SignalNextProvider } from 'signal-next/client';
import { shared } from 'shared-config';

const options = {
  projectId: 'p',
  addTracingHeaders: true,
  ...shared,
  debug: true,
};

export const Providers = () => <SignalNextProvider options={options} />;
export const Inline = () => <SignalNextProvider options={{ apiKey: 'k', addTracingHeaders: true, ...shared }} />;
