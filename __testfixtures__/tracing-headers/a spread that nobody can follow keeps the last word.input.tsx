import { SignalNextProvider } from 'signal-next/client';
import { shared } from 'shared-config';

const options = {
  projectId: 'p',
  ...shared,
  debug: true,
};

export const Providers = () => <SignalNextProvider options={options} />;
export const Inline = () => <SignalNextProvider options={{ apiKey: 'k', ...shared }} />;
