/** Timers that keep a Node process alive only while somebody waits for a flush. */
export interface Timers {
  start(ms: number, run: () => void): () => void;
  /** Resolves after `ms`, or as soon as `stop` is aborted. */
  sleep(ms: number, stop: AbortSignal): Promise<void>;
  /** Timers keep the process alive until the returned function is called. */
  hold(): () => void;
}

export function createTimers(): Timers {
  const running = new Set<unknown>();
  let holds = 0;

  function start(ms: number, run: () => void): () => void {
    const timer = setTimeout(() => {
      running.delete(timer);
      run();
    }, ms);
    running.add(timer);
    keepAlive(timer, holds > 0);
    return () => {
      running.delete(timer);
      clearTimeout(timer);
    };
  }

  return {
    start,
    sleep(ms, stop) {
      return new Promise((resolve) => {
        const end = () => {
          cancel();
          stop.removeEventListener('abort', end);
          resolve();
        };
        const cancel = start(ms, end);
        stop.addEventListener('abort', end);
        if (stop.aborted) end();
      });
    },
    hold() {
      holds += 1;
      for (const timer of running) keepAlive(timer, true);
      return () => {
        holds -= 1;
        if (holds === 0) for (const timer of running) keepAlive(timer, false);
      };
    },
  };
}

/** Node's timers are objects with `ref` and `unref`; on edge they are numbers and nothing has to be done. */
function keepAlive(timer: unknown, alive: boolean): void {
  if (typeof timer !== 'object' || timer === null) return;
  const method: unknown = Reflect.get(timer, alive ? 'ref' : 'unref');
  if (typeof method === 'function') method.call(timer);
}
