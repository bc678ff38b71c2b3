import { track, trackKeys, trackPair } from '../lib/track';

track('import');
trackPair('import', undefined);
export function run() {
  trackKeys({ id: 'import' });
}
