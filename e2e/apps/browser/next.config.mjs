import { createRequire } from 'node:module';
import { withSignalConfig } from 'signal-next/config';

const { version } = createRequire(import.meta.url)('next/package.json');

// What a new app of that version starts with.
const fresh = version.startsWith('16.') ? { cacheComponents: true, partialPrefetching: true } : {};

export default withSignalConfig(fresh);
