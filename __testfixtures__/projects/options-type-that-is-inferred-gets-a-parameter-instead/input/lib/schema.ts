const schema = { parse: (value: { userId: string }) => value };

export type OrderInput = ReturnType<typeof schema.parse>;
