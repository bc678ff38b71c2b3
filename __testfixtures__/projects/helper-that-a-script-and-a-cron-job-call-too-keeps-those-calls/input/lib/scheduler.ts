import { trackImport } from './analytics';

trackImport('system', 0);

setInterval(() => trackImport('system', 1), 60_000);
