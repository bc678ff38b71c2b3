export interface Operation {
  run(input: { userId: string }): Promise<void>;
}
