import type { KeyValueStorage } from './browser.js';

/**
 * The storage that `open` gives, or memory where it is blocked or full. Memory is written too, so that what was
 * set in this page is read back whatever the storage did with it.
 */
export function safeStorage(open: () => KeyValueStorage): KeyValueStorage {
  const memory = new Map<string, string>();
  const attempt = <T>(action: (storage: KeyValueStorage) => T, otherwise: T): T => {
    try {
      return action(open());
    } catch {
      return otherwise;
    }
  };
  let writable = true;
  return {
    getItem: (key) =>
      (writable ? attempt((storage) => storage.getItem(key), null) : null) ?? memory.get(key) ?? null,
    setItem(key, value) {
      memory.set(key, value);
      writable = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      }, false);
    },
    removeItem(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key), undefined);
    },
  };
}
