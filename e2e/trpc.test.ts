import { describeJourney } from './support/journey.js';

const reader = 'reader=mara';
const secret = 'cron_e2e';

describeJourney({
  app: 'e2e/apps/trpc',
  next: '15.5.29',
  env: { CRON_SECRET: secret },
  async visit(visitor) {
    const mutate = (procedure: string, json?: object): Promise<Response> =>
      visitor.request('POST', `/api/trpc/${procedure}`, { body: { json }, cookie: reader });
    await mutate('shelf.create', { id: 'dunes', name: 'In the dunes' });
    await mutate('shelf.share', { id: 'sea', people: ['ina', 'bo'] });
    await mutate('reader.becomePatron');
    await mutate('reader.finish', { isbn: '1', rating: 4 });
    const input = encodeURIComponent(JSON.stringify({ json: { query: 'sea' } }));
    await visitor.request('GET', `/api/trpc/shelf.search?input=${input}`);
    await visitor.request('GET', '/shelves/sea');
    await visitor.request('POST', '/api/import', { body: { books: ['2', '3'] }, cookie: reader });
    await visitor.request('GET', '/api/cron/digest', { headers: { authorization: `Bearer ${secret}` } });
  },
  expected: [
    { name: 'shelf_created', session: 'forwarded' },
    { name: 'shelf_shared', session: 'forwarded' },
    { name: '$identify', session: 'forwarded', distinctId: 'mara' },
    { name: 'book_finished', session: 'forwarded' },
    { name: 'shelves_searched', session: 'forwarded' },
    { name: 'shelf_opened', session: 'forwarded' },
    { name: 'library_imported', session: 'forwarded' },
    // The helper forwards; a cron job has no browser, so this call of it hands nothing on.
    { name: 'digest_sent', session: 'refused' },
  ],
  refused: [],
});
