// @file pages/api/notes.ts
import { signal } from '../../lib/signal-server';

export default function handler() {
  signal.capture({ distinctId: 'x', event: 'note_saved' });
}
