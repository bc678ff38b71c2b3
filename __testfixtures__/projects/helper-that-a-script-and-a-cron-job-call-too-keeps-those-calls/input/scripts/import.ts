import { trackImport } from '../lib/analytics';

async function main() {
  trackImport('system', 12);
}

main();
