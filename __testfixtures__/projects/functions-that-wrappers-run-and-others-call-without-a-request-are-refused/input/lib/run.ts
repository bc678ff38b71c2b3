import type { UseCase } from './use-case';

export async function runUseCase<I, R>(useCase: UseCase<I, R>, input: I) {
  return useCase.execute({ input });
}
