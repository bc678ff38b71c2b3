import { headers } from 'next/headers';
import { getSessionInfo } from './signal-server';

export function forgotten(): void {
  // @ts-expect-error the `await` is missing
  getSessionInfo(headers());
}
