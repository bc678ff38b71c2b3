export async function guard<T>(work: () => Promise<T>): Promise<T> {
  return work();
}
