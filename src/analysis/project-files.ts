/** Whether a file belongs to another package of the workspace, which the app compiles from source. */
export function isOfAnotherPackage(path: string): boolean {
  return path.startsWith('../');
}
