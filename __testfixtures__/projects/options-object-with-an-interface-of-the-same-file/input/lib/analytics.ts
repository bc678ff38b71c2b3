import { signal } from './signal-server';

interface TrackOptions {
  userId: string;
  event: string;
  properties?: Record<string, unknown>;
}

export const track = ({ userId, event, properties = {} }: TrackOptions) => {
  signal.capture({ distinctId: userId, event, properties });
};
