/** The environment of the process that loads the Next config; absent only in exotic hosts. */
declare const process: { env: Record<string, string | undefined> } | undefined;

/** What the browser needs, and the server-side variable that stands in for it when it is unset. */
const VARIABLES = [
  {
    name: 'NEXT_PUBLIC_SIGNAL_ENDPOINT',
    fallback: undefined,
    otherwise: 'https://api.trysignal.ai/ is used',
  },
  {
    name: 'NEXT_PUBLIC_SIGNAL_PROJECT_ID',
    fallback: 'SIGNAL_PROJECT_ID',
    otherwise: "the project 'default' is used",
  },
];

/** Set in the environment, because Next's build workers inherit it and load the config again. */
const WARNED = 'SIGNAL_NEXT_CONFIG_WARNED';

/**
 * Wraps a Next config, given as an object, a promise or a function (sync or async): puts
 * `NEXT_PUBLIC_SIGNAL_ENDPOINT` and `NEXT_PUBLIC_SIGNAL_PROJECT_ID` into its `env`, which webpack and Turbopack
 * both inline. The config's own `env` wins. Warns once about values that are nowhere set.
 */
export function withSignalConfig<A extends unknown[], C>(config: (...args: A) => C): (...args: A) => C;
export function withSignalConfig<C extends object>(config: Promise<C>): Promise<C>;
export function withSignalConfig<C extends object>(config: C): C;
export function withSignalConfig(): { env: Record<string, string> };
export function withSignalConfig(config: unknown = {}): unknown {
  if (typeof config === 'function') return (...args: unknown[]) => withEnv(config(...args));
  return withEnv(config);
}

function withEnv(config: unknown): unknown {
  if (typeof config !== 'object' || config === null) return config;
  if (isPromise(config)) return config.then(withEnv);
  const own = 'env' in config && typeof config.env === 'object' ? config.env : {};
  return { ...config, env: { ...signalEnv(own), ...own } };
}

function isPromise(value: object): value is Promise<unknown> {
  return 'then' in value && typeof value.then === 'function';
}

function signalEnv(own: object | null): Record<string, string> {
  const env = typeof process === 'undefined' ? {} : process.env;
  const found: Record<string, string> = {};
  const missing: string[] = [];
  for (const { name, fallback, otherwise } of VARIABLES) {
    const value = env[name] || (fallback && env[fallback]);
    if (value) found[name] = value;
    else if (!own || !(name in own)) missing.push(`${name} is not set, so ${otherwise}.`);
  }
  if (missing.length > 0 && !env[WARNED]) {
    env[WARNED] = '1';
    console.warn(`[signal] ${missing.join(' ')} Set them in .env.local or in the env of next.config.`);
  }
  return found;
}
