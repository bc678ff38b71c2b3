import { spawn } from 'node:child_process';

export interface Output {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `command` in `cwd` with nothing on stdin; never rejects, the exit code is in the output. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<Output> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...environment, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('error', (error) => resolve({ exitCode: 127, stdout, stderr: `${stderr}${error.message}` }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });
}

/** As `run`, but a failure is an error that shows what the command printed. Resolves to stdout. */
export async function succeed(...[command, args, options]: Parameters<typeof run>): Promise<string> {
  const output = await run(command, args, options);
  if (output.exitCode !== 0) {
    throw new Error(
      `\`${command} ${args.join(' ')}\` in ${options.cwd} ended with ${output.exitCode}:\n${lastLines(output.stdout)}\n${lastLines(output.stderr)}`,
    );
  }
  return output.stdout;
}

/** Vitest sets NODE_ENV=test, which Next.js would take over. */
const environment = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
  NO_COLOR: '1',
};

function lastLines(text: string): string {
  return text.split('\n').slice(-60).join('\n');
}
