import { type Adapter, use } from 'some-analytics';
import { signal } from './signal-server';

class SignalAdapter implements Adapter {
  track(userId: string, event: string) {
    signal.capture({ distinctId: userId, event });
  }
}

export const adapter: Adapter = new SignalAdapter();
use(adapter);
