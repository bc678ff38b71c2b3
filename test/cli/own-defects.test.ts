import { describe, expect, test, vi } from 'vitest';
import { APP, committed, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

vi.mock('../../src/analysis/suppressions.js', async (original) => {
  const real = await original<typeof import('../../src/analysis/suppressions.js')>();
  return {
    ...real,
    readSuppressions: (...args: Parameters<typeof real.readSuppressions>) => {
      if (args[0].path.includes('broken')) throw new RangeError('Maximum call stack size exceeded');
      return real.readSuppressions(...args);
    },
  };
});

describe('a file that our own analysis fails on', () => {
  const files = { ...APP, 'app/api/broken/route.ts': ROUTE };

  test('is named as our defect, and the others are still checked', async () => {
    const { code, stdout, stderr } = await cli(committed(files).root, ['check']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'error: app/api/broken/route.ts could not be analysed (Maximum call stack size exceeded). This is a defect of signal-next; please report it.',
    );
    expect(stdout).toContain('--> app/api/order/route.ts:5:10');
  });

  test('is left alone by migrate, and the others are written', async () => {
    const folder = committed(files);
    const { code } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(folder.read('app/api/broken/route.ts')).toBe(ROUTE);
    expect(folder.read('app/api/order/route.ts')).toContain('getSessionInfo(request)');
  });
});
