import { trackImport } from '../lib/analytics';

trackImport(12);
