export interface Parsed {
  auth: { userId: string };
  body: unknown;
}

export async function parseRequest(request: Request): Promise<Parsed> {
  return { auth: { userId: request.headers.get('x-user') ?? '' }, body: await request.json() };
}
