import { signal } from './signal-server';

export const trackOrder = ({ userId, total }) => {
  signal.capture({ distinctId: userId, event: 'order', properties: { total } });
};
