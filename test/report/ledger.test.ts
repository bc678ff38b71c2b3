import { describe, expect, test } from 'vitest';
import { assertLedger, type Ledger, renderLedger, renderRefusals } from '../../src/report/ledger.js';

const EMPTY: Ledger = { calls: 0, forwarded: 0, fixable: 0, fixed: 0, refused: 0, suppressed: 0 };
const PLAIN = { width: 80, wrap: true, colour: false, unicode: true };

describe('the ledger', () => {
  test('says what became of every call', () => {
    expect(renderLedger({ ...EMPTY, calls: 12, forwarded: 7, fixed: 3, refused: 2 })).toBe(
      '12 Signal calls: 7 forwarded, 3 fixed, 2 refused, 0 suppressed',
    );
    expect(renderLedger({ ...EMPTY, calls: 4, fixable: 3, suppressed: 1 })).toBe(
      '4 Signal calls: 0 forwarded, 3 fixable, 0 refused, 1 suppressed',
    );
    expect(renderLedger({ ...EMPTY, calls: 2, fixed: 1, fixable: 1 })).toBe(
      '2 Signal calls: 0 forwarded, 1 fixed, 1 fixable, 0 refused, 0 suppressed',
    );
    expect(renderLedger({ ...EMPTY, calls: 1, forwarded: 1 })).toBe(
      '1 Signal call: 1 forwarded, 0 fixable, 0 refused, 0 suppressed',
    );
  });

  test('says out loud that there are no Signal calls', () => {
    expect(renderLedger(EMPTY)).toBe('No Signal calls were found.');
  });

  test('must add up', () => {
    const wrong = { ...EMPTY, calls: 3, forwarded: 1, refused: 1 };
    expect(() => assertLedger(wrong)).toThrow('the ledger does not add up: 3 Signal calls, but 2 verdicts');
    expect(() => renderLedger(wrong)).toThrow('does not add up');
  });
});

describe('refused calls', () => {
  const refusals = [
    {
      reason: 'static-route',
      title: 'This GET is rendered at build time; reading the request would make it dynamic.',
      instead: 'Send the event from the client, or add `export const dynamic = "force-dynamic"` yourself.',
      places: [
        { path: 'app/api/a/route.ts', line: 12 },
        { path: 'app/api/b/route.ts', line: 3 },
      ],
    },
    { reason: 'none', title: 'Never shown', instead: '', places: [] },
    {
      reason: 'module-scope',
      title: 'No request.',
      instead: 'One\ntwo',
      places: [{ path: 'lib/x.ts', line: 1 }],
    },
  ];

  test('are listed by reason, each with its place and what to do', () => {
    expect(renderRefusals(refusals, { ...PLAIN, wrap: false })).toBe(
      [
        'refused (2): This GET is rendered at build time; reading the request would make it dynamic.',
        '  app/api/a/route.ts:12',
        '  app/api/b/route.ts:3',
        '  instead: Send the event from the client, or add `export const dynamic = "force-dynamic"` yourself.',
        '',
        'refused (1): No request.',
        '  lib/x.ts:1',
        '  instead: One',
        '  two',
        '',
      ].join('\n'),
    );
    expect(renderRefusals([], PLAIN)).toBe('');
  });

  test('stay inside the terminal', () => {
    for (const line of renderRefusals(refusals, { ...PLAIN, width: 40 }).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(40);
    }
  });
});
