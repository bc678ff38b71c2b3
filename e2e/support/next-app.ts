import { type ChildProcess, spawn } from 'node:child_process';
import { cp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { type Output, run, succeed } from './command.js';
import { tarball, workFolder } from './paths.js';

/** What Next.js prerendered; the only reliable record of what is static. */
export interface Prerendered {
  readonly routes: readonly string[];
  readonly dynamicRoutes: readonly string[];
}

export interface RunningApp {
  readonly url: string;
  stop(): Promise<void>;
}

/** A copy of an app in the work folder, with its own install and git history. */
export class NextApp {
  private constructor(
    readonly folder: string,
    /** Where its packages are installed: the folder itself, or the root of its workspace. */
    private readonly root: string,
    private readonly env: Record<string, string>,
  ) {}

  /**
   * Copies `source`, installs `next`, the packed signal-next and `packages`, and makes it a git repository. `workspace`
   * is the app's folder in it where it is a workspace.
   */
  static async create(
    source: string,
    options: {
      next: string;
      env: Record<string, string>;
      folder?: string;
      packages?: readonly string[];
      workspace?: string | undefined;
    },
  ): Promise<NextApp> {
    const root = join(workFolder, options.folder ?? basename(source));
    const { workspace } = options;
    await rm(root, { recursive: true, force: true });
    await cp(source, root, {
      recursive: true,
      filter: (path) => !/[\\/](node_modules|\.next)$/.test(path),
    });
    const app = new NextApp(workspace === undefined ? root : join(root, workspace), root, options.env);
    await succeed(
      'npm',
      [
        ...['install', '--no-audit', '--no-fund', '--prefer-offline'],
        ...(workspace === undefined ? [] : ['--workspace', workspace]),
        ...[`next@${options.next}`, `signal-next@file:${tarball}`, ...(options.packages ?? [])],
      ],
      {
        cwd: root,
        env: { NODE_ENV: 'development' },
      },
    );
    await app.git('init', '--quiet', root);
    return app;
  }

  async nextVersion(): Promise<string> {
    const text = await readFile(join(this.root, 'node_modules/next/package.json'), 'utf8');
    return String((JSON.parse(text) as { version: unknown }).version);
  }

  async build(): Promise<Prerendered> {
    await rm(join(this.folder, '.next'), { recursive: true, force: true });
    await succeed('npx', ['next', 'build'], { cwd: this.folder, env: this.env });
    const text = await readFile(join(this.folder, '.next/prerender-manifest.json'), 'utf8');
    const manifest = JSON.parse(text) as { routes: object; dynamicRoutes: object };
    return {
      routes: Object.keys(manifest.routes).sort(),
      dynamicRoutes: Object.keys(manifest.dynamicRoutes).sort(),
    };
  }

  typeCheck(): Promise<string> {
    return succeed('npx', ['tsc', '--noEmit'], { cwd: this.folder });
  }

  signalNext(...args: string[]): Promise<Output> {
    return run(join(this.root, 'node_modules/.bin/signal-next'), args, { cwd: this.folder });
  }

  git(...args: string[]): Promise<string> {
    const identity = [
      '-c',
      'user.name=e2e',
      '-c',
      'user.email=e2e@example.com',
      '-c',
      'commit.gpgsign=false',
    ];
    return succeed('git', [...identity, ...args], { cwd: this.folder });
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  /** `next start` on a free port; resolves when it answers. */
  async start(): Promise<RunningApp> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const args = [
      join(this.root, 'node_modules/next/dist/bin/next'),
      'start',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(port),
    ];
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      env: { ...process.env, ...this.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Not a page: one could send an event.
    const probe = `${url}/_next/static/none`;
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        log += chunk;
      });
    }
    for (const deadline = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      if (
        await fetch(probe, { signal: AbortSignal.timeout(5_000) }).then(
          () => true,
          () => false,
        )
      )
        break;
      if (child.exitCode !== null || Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`next start in ${this.folder} does not answer on ${url}:\n${log}`);
      }
    }
    return { url, stop: () => stop(child) };
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No port')),
      );
    });
  });
}
