import { SignalNextProvider as Signal } from 'signal-next/client';

const options = Object.freeze({ apiKey: 'k' });

export const A = () => <Signal options={options} />;
export const B = () => <Signal options={options} autoStart={false} />;
