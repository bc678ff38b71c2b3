import { SignalNextProvider } from 'signal-next/client';
import { options } from 'shared-config';
export const P = () => <SignalNextProvider options={options} />;
