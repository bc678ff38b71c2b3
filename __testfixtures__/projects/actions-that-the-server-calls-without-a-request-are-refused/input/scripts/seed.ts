import { fromAScript } from '../app/actions';

async function main() {
  await fromAScript('seed');
}

main();
