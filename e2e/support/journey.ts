import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sink, type SinkEvent, startSink } from '../../test/support/sink.js';
import { type Browser, browser, type Ids } from './browser.js';
import { NextApp, type Prerendered } from './next-app.js';
import { repository } from './paths.js';

/** One event that the requests cause. `name` is the event's name, or the type where it has none (`$identify`). */
export interface ExpectedEvent {
  readonly name: string;
  /** The application's own distinct id, which stays in calls that are about that person; null for calls without. */
  readonly distinctId?: string | null;
  /** How the call stands after `migrate`; `by hand` forwards before as well. */
  readonly session: 'forwarded' | 'refused' | 'by hand';
}

export interface Journey {
  /** The folder of the app, or of its workspace, from the repository's root. */
  readonly app: string;
  /** The app's folder in its workspace. */
  readonly workspace?: string;
  /** The exact version or range of Next.js to install. */
  readonly next: string;
  readonly env?: Record<string, string>;
  /** Sends the requests that cause `expected`. */
  visit(visitor: Browser): Promise<void>;
  readonly expected: readonly ExpectedEvent[];
  /** Files that `migrate` must name as refused. */
  readonly refused: readonly string[];
}

const ids: Ids = { sessionId: 'session-7f3a', windowId: 'window-02', distinctId: 'visitor-91' };

/**
 * The whole way of one app: build, `init`, `migrate`, build again, compare what is static, send requests and read
 * the events, `check`, and `migrate` once more. The steps depend on each other in this order.
 */
export function describeJourney(journey: Journey): void {
  describe.sequential(`${journey.app} on Next.js ${journey.next}`, () => {
    let sink: Sink;
    let app: NextApp;
    let before: Prerendered;
    let migrateOutput = '';

    async function eventsOfVisit(): Promise<SinkEvent[]> {
      const running = await app.start();
      const from = sink.events.length;
      try {
        await journey.visit(browser(running.url, ids));
        // The queue is sent after ten seconds.
        await sink.waitFor(from + journey.expected.length, 20_000);
        return sink.events.slice(from);
      } finally {
        await running.stop();
      }
    }

    beforeAll(async () => {
      sink = await startSink();
    });
    afterAll(() => sink?.close());

    it('installs and builds before', async () => {
      app = await NextApp.create(join(repository, journey.app), {
        next: journey.next,
        workspace: journey.workspace,
        env: { SIGNAL_API_KEY: 'sk_e2e', NEXT_PUBLIC_SIGNAL_ENDPOINT: sink.url, ...journey.env },
      });
      before = await app.build();
      await app.commit('before');
    });

    it('sends its events without a session before', async () => {
      const events = await eventsOfVisit();
      const carrying = journey.expected
        .filter(({ session }) => session === 'by hand')
        .map(({ name }) => name);
      expect(events.filter((event) => event.sessionId !== undefined).map(nameOf)).toEqual(carrying);
    });

    it('takes init and migrate without a question', async () => {
      const init = await app.signalNext('init', '--yes');
      expect(init, init.stderr).toMatchObject({ exitCode: 0 });
      const migrate = await app.signalNext('migrate', '--yes');
      expect(migrate, migrate.stderr).toMatchObject({ exitCode: 0 });
      migrateOutput = migrate.stdout + migrate.stderr;
      for (const path of journey.refused) expect(migrateOutput).toContain(path);
    });

    it('still type-checks', async () => {
      await app.typeCheck();
    });

    it('still builds, with the same routes prerendered', async () => {
      expect(await app.build()).toEqual(before);
    });

    it('forwards the session of each request', async () => {
      const events = await eventsOfVisit();
      for (const expected of journey.expected) {
        const event = events.find((candidate) => nameOf(candidate) === expected.name);
        expect(event, `${expected.name} among ${events.map(nameOf).join(', ')}`).toBeDefined();
        if (expected.session === 'refused') {
          expect(event, expected.name).not.toHaveProperty('sessionId');
          continue;
        }
        expect(event, expected.name).toMatchObject({
          sessionId: ids.sessionId,
          windowId: ids.windowId,
        });
        const distinctId =
          expected.distinctId === undefined ? ids.distinctId : (expected.distinctId ?? undefined);
        expect(event?.distinctId, expected.name).toBe(distinctId);
      }
    });

    it('passes check', async () => {
      const check = await app.signalNext('check');
      expect(check, check.stdout + check.stderr).toMatchObject({ exitCode: 0 });
    });

    it('has nothing to change in a second migrate and init', async () => {
      await app.commit('after');
      const migrate = await app.signalNext('migrate', '--yes');
      expect(migrate, migrate.stderr).toMatchObject({ exitCode: 0 });
      const init = await app.signalNext('init', '--yes');
      expect(init, init.stderr).toMatchObject({ exitCode: 0 });
      expect(await app.git('status', '--porcelain')).toBe('');
    });
  });
}

function nameOf(event: SinkEvent): string {
  return event.event ?? event.type;
}
