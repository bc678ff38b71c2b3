import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withSignalConfig } from '../../runtime/config/index.js';

let warnings: string[];

beforeEach(() => {
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((message: string) => void warnings.push(message));
  vi.stubEnv('NEXT_PUBLIC_SIGNAL_ENDPOINT', 'https://events.example');
  vi.stubEnv('NEXT_PUBLIC_SIGNAL_PROJECT_ID', 'public-project');
  vi.stubEnv('SIGNAL_PROJECT_ID', undefined);
  vi.stubEnv('SIGNAL_NEXT_CONFIG_WARNED', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const ENV = {
  NEXT_PUBLIC_SIGNAL_ENDPOINT: 'https://events.example',
  NEXT_PUBLIC_SIGNAL_PROJECT_ID: 'public-project',
};

describe('withSignalConfig', () => {
  it('takes an object and keeps everything in it', () => {
    const config = { reactStrictMode: true, env: { OWN: '1' } };
    expect(withSignalConfig(config)).toEqual({ reactStrictMode: true, env: { OWN: '1', ...ENV } });
    expect(config.env).toEqual({ OWN: '1' });
  });

  it('takes nothing', () => {
    expect(withSignalConfig()).toEqual({ env: ENV });
  });

  it('lets the env of the config win', () => {
    const env = { NEXT_PUBLIC_SIGNAL_ENDPOINT: 'https://mine.example' };
    expect(withSignalConfig({ env }).env).toEqual({ ...ENV, ...env });
  });

  it('takes a function and passes phase and defaults on', () => {
    const wrapped = withSignalConfig((phase: string, { defaultConfig }: { defaultConfig: object }) => ({
      phase,
      ...defaultConfig,
    }));
    expect(wrapped('phase-x', { defaultConfig: { poweredByHeader: true } })).toEqual({
      phase: 'phase-x',
      poweredByHeader: true,
      env: ENV,
    });
  });

  it('takes an async function and a promise', async () => {
    expect(await withSignalConfig(async () => ({ output: 'standalone' }))()).toEqual({
      output: 'standalone',
      env: ENV,
    });
    expect(await withSignalConfig(Promise.resolve({ output: 'export' }))).toEqual({
      output: 'export',
      env: ENV,
    });
  });

  it('wrapped twice is wrapped once', () => {
    expect(withSignalConfig(withSignalConfig({}))).toEqual({ env: ENV });
  });

  it('falls back to SIGNAL_PROJECT_ID, and never publishes the key', () => {
    vi.stubEnv('NEXT_PUBLIC_SIGNAL_PROJECT_ID', '');
    vi.stubEnv('SIGNAL_PROJECT_ID', 'server-project');
    vi.stubEnv('SIGNAL_API_KEY', 'secret');
    const wrapped = withSignalConfig({});
    expect(wrapped).toEqual({ env: { ...ENV, NEXT_PUBLIC_SIGNAL_PROJECT_ID: 'server-project' } });
    expect(JSON.stringify(wrapped)).not.toContain('secret');
    expect(warnings).toEqual([]);
  });

  it('names what is missing, once, and says what happens then', () => {
    vi.stubEnv('NEXT_PUBLIC_SIGNAL_ENDPOINT', undefined);
    vi.stubEnv('NEXT_PUBLIC_SIGNAL_PROJECT_ID', undefined);
    expect(withSignalConfig({ env: { NEXT_PUBLIC_SIGNAL_PROJECT_ID: 'p' } })).toEqual({
      env: { NEXT_PUBLIC_SIGNAL_PROJECT_ID: 'p' },
    });
    withSignalConfig({});
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(
      'NEXT_PUBLIC_SIGNAL_ENDPOINT is not set, so https://api.trysignal.ai/ is used.',
    );
    expect(warnings[0]).not.toContain('PROJECT_ID');
    expect(warnings[0]).toContain('.env.local');
  });
});
