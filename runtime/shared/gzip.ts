/** Below this many characters gzip costs more than it saves. */
const WORTHWHILE = 1024;

/** The text gzipped, or undefined when it is short or the runtime has no `CompressionStream`. */
export async function gzip(text: string): Promise<ArrayBuffer | undefined> {
  if (text.length < WORTHWHILE || typeof CompressionStream === 'undefined') return undefined;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
