// node count.mjs <failed steps> <vitest json report...>: prints `N passed, N failed`.
import { existsSync, readFileSync } from 'node:fs';

const [failedSteps, ...paths] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const path of paths.filter(existsSync)) {
  for (const file of JSON.parse(readFileSync(path, 'utf8')).testResults) {
    const count = (status) => file.assertionResults.filter((result) => result.status === status).length;
    passed += count('passed');
    // A file that cannot be loaded, or whose set-up throws, fails without a failing test in it.
    failed += Math.max(count('failed'), file.status === 'failed' ? 1 : 0);
  }
}
console.log(`${passed} passed, ${Math.max(failed, Number(failedSteps))} failed`);
