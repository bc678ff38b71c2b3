export interface UseCase<I, R> {
  execute(args: { input: I }): Promise<R>;
}

export function defineUseCase<I, R>(definition: UseCase<I, R>): UseCase<I, R> {
  return {
    async execute({ input }) {
      return definition.execute({ input });
    },
  };
}

export function defineRoute<I, R>(options: { useCase: UseCase<I, R>; mapInput: (body: unknown) => I }) {
  return async (request: Request) => {
    const input = options.mapInput(await request.json());
    return Response.json(await options.useCase.execute({ input }));
  };
}
