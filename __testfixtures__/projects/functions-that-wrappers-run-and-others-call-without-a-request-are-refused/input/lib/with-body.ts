export function withBody<I, R>(useCase: (input: I) => Promise<R>) {
  return async (request: Request) => Response.json(await useCase(await request.json()));
}

interface Options<R> {
  authorize: (input: { userId: string }) => Promise<{ ok: boolean }>;
  handler: (request: Request) => Promise<R>;
}

export function route<R>({ authorize, handler }: Options<R>) {
  return async (request: Request) => {
    await authorize({ userId: request.headers.get('x-user') ?? '' });
    return Response.json(await handler(request));
  };
}
