import { trackLine } from '@/lib/track';

const lines: string[] = [];

/** What is written is the visitor's, what is taken to write it with is nobody's. */
export function writeLine(userId: string) {
  const pen = lines.pop() ?? 'pen';
  trackLine(userId);
  lines.push(pen);
  return pen;
}
