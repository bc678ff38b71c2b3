import { track } from "~/server/analytics/track";
import type { Reader } from "~/server/auth";
import { shelves } from "~/server/library";

export class ShelfService {
  constructor(private readonly reader: Reader) {}

  share(shelfId: string, people: string[]) {
    const shelf = shelves.get(shelfId);
    if (!shelf) return null;
    track(this.reader, "shelf_shared", { shelfId, people: people.length });
    return { link: `/shelves/${shelfId}` };
  }

  async finish(isbn: string, rating?: number) {
    for (const { books } of shelves.values()) {
      const book = books.find((one) => one.isbn === isbn);
      if (!book) continue;
      book.finished = true;
      track(this.reader, "book_finished", { isbn, rating });
      return book;
    }
    return null;
  }
}
