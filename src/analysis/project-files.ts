/** Whether a file may be written to: those of other packages of the workspace are read, and left as they are. */
export function isWritable(path: string): boolean {
  return !path.startsWith('../');
}
