export type Book = { isbn: string; title: string; finished: boolean };

export const shelves = new Map<string, { name: string; books: Book[] }>([
  ["sea", { name: "By the sea", books: [{ isbn: "1", title: "The Lighthouse Keeper", finished: false }] }],
]);
