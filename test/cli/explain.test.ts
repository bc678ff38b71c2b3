import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { REASON_IDS } from '../../src/analysis/reasons.js';
import { explanationOf } from '../../src/explain/explanation.js';
import { TEMPLATE_HISTORY } from '../../src/init/template-history.js';
import { renderExplanation } from '../../src/report/explanation.js';
import { RULE_IDS, RULES } from '../../src/rules/catalogue.js';
import { folderOf } from './support/apps.js';
import { bareCli } from './support/run-cli.js';

describe('rules', () => {
  test('lists every rule with its severity, what fixes it, and what it finds', async () => {
    const { code, stdout, stderr } = await bareCli(['rules']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const id of RULE_IDS) {
      const { severity, fixedBy, summary } = RULES[id];
      const row = stdout.split('\n').find((line) => line.startsWith(`${id} `));
      expect(row?.split(/ {2,}/)).toEqual([id, severity, fixedBy ?? 'you', summary]);
    }
  });

  test('--json gives the same to machines', async () => {
    const { code, stdout } = await bareCli(['rules', '--json']);
    const { schemaVersion, rules } = JSON.parse(stdout);
    expect({ code, schemaVersion }).toEqual({ code: 0, schemaVersion: 1 });
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULE_IDS);
    expect(rules[0]).toEqual({
      id: 'session-not-forwarded',
      name: 'SessionNotForwarded',
      severity: 'error',
      summary: RULES['session-not-forwarded'].summary,
      consequence: RULES['session-not-forwarded'].consequence,
      fixedBy: 'migrate',
      docsUrl: 'docs/rules.md#session-not-forwarded',
    });
  });

  test.each(RULE_IDS)('%s says what it finds and what it costs in one sentence each', (id) => {
    const { summary, consequence } = RULES[id];
    for (const sentence of [summary, consequence]) expect(sentence).toMatch(/^(?:[^.]|\.(?! ))+\.$/);
  });
});

describe('explain', () => {
  test('shows what a rule means, a bad and a good example, what to do and how to suppress it', async () => {
    const { code, stdout, stderr } = await bareCli(['explain', 'session-not-forwarded']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('error[session-not-forwarded]\nA Signal call in server code does not pass on');
    expect(stdout).toContain("5 |   signal.capture({ distinctId: userId, event: 'order_placed' });\n");
    expect(stdout).toMatch(/^ {2}\| {10}\^{7} sessionId and windowId are missing here$/m);
    expect(stdout).toContain('const { sessionId, windowId, distinctId } = getSessionInfo(request);');
    expect(stdout).toContain('To fix: npx signal-next migrate');
    expect(stdout).toContain('// signal-next-ignore-next-line session-not-forwarded: <reason>');
    expect(stdout).toContain('More: docs/rules.md#session-not-forwarded');
  });

  test('names a page that the package brings, as it can be opened from the current folder', async () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
    const pages = new Set(
      [...RULE_IDS, ...REASON_IDS].map((id) => explanationOf(id)?.docs.replace(/#.*/, '') ?? ''),
    );
    for (const page of pages) {
      expect(files).toContain(page);
      expect(existsSync(page)).toBe(true);
    }
    const repository = process.cwd();
    vi.spyOn(process, 'cwd').mockReturnValue(folderOf({}).root);
    try {
      const { stdout } = await bareCli(['explain', 'session-lost']);
      expect(stdout).toContain(`More: ${join(repository, 'docs/rules.md')}#session-lost\n`);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test('says that no module is outdated yet, as long as there is no earlier version', async () => {
    const { stdout } = await bareCli(['explain', 'signal-module-outdated']);
    expect(stdout.includes('There is no version before 0.1.0, so nothing is found yet')).toBe(
      TEMPLATE_HISTORY.length === 1,
    );
  });

  test('advises no comment where none can stand', () => {
    const silent = RULE_IDS.filter((id) => explanationOf(id)?.suppression === undefined);
    expect(silent).toEqual([
      'signal-module-missing',
      'signal-module-incomplete',
      'provider-missing',
      'unreasoned-suppression',
      'unused-suppression',
      'unknown-rule-in-suppression',
      'stale-baseline-entry',
    ]);
  });

  test('shows a reason to refuse a call in the same way', async () => {
    const { code, stdout } = await bareCli(['explain', 'module-scope']);
    expect(code).toBe(0);
    expect(stdout).toContain('warning[module-scope]');
    expect(stdout).toContain('Move the call into the function that handles the request.');
    expect(stdout).toMatch(/\^{7} runs when the module loads/);
    expect(stdout).toContain('// signal-next-ignore-next-line session-refused: <reason>');
  });

  test.each([
    ['sesion-not-forwarded', 'session-not-forwarded'],
    ['Session-Lost', 'session-lost'],
    ['tracing-host', 'tracing-host-unmatchable'],
    ['cron-rout', 'cron-route'],
  ])('%s: asks whether %s was meant, and ends with 2', async (asked, meant) => {
    const { code, stdout, stderr } = await bareCli(['explain', asked]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`There is no rule or reason '${asked}'. Did you mean ${meant}?`);
  });

  test('does not guess where nothing is near', async () => {
    const { code, stderr } = await bareCli(['explain', 'xyz']);
    expect(code).toBe(2);
    expect(stderr).not.toContain('Did you mean');
    expect(stderr).toContain('`signal-next rules` lists the rules');
  });

  test.each([...RULE_IDS, ...REASON_IDS])(
    '%s fits an ASCII terminal of 80 columns, source lines aside',
    (id) => {
      const explanation = explanationOf(id);
      if (!explanation) throw new Error(id);
      expect(explanation.example.mark === undefined).toBe(
        /missing|incomplete/.test(id) && id !== 'missing-arguments',
      );
      const terminal = { width: 80, wrap: true, colour: false, unicode: false };
      for (const line of renderExplanation(explanation, terminal).split('\n')) {
        expect(line).toMatch(/^[\x20-\x7e]*$/);
        if (!/^ *\d+ \|/.test(line)) expect(line.length).toBeLessThanOrEqual(80);
      }
    },
  );
});

test('a reason is introduced by a whole clause', () => {
  const first = REASON_IDS.map((id) => explanationOf(id)?.sentences[0] ?? '');
  for (const sentence of first)
    expect(sentence).toMatch(
      /: (?:it (?:answers|belongs|goes|is|runs|sends|stands|would) |(?:another|getSessionInfo|its|headers\(\)|no|required|the|what) )/,
    );
});
