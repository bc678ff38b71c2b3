/**
 * A random UUID (version 4). `crypto.randomUUID` is missing on plain-http pages, so it is made from random
 * bytes, which every runtime has.
 */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    const dash = at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '';
    return dash + value.toString(16).padStart(2, '0');
  }).join('');
}
