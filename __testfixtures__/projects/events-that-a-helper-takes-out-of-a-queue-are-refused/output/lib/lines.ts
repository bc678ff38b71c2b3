import { trackLine } from '@/lib/track';
import type { SessionInfo } from './signal-server';

const lines: string[] = [];

/** What is written is the visitor's, what is taken to write it with is nobody's. */
export function writeLine(userId: string, session?: SessionInfo) {
  const pen = lines.pop() ?? 'pen';
  trackLine(userId, session);
  lines.push(pen);
  return pen;
}
