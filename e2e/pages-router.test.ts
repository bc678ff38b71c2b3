import { describeJourney } from './support/journey.js';

const user = 'notes_user=ada';

describeJourney({
  app: 'examples/pages-router',
  next: '14.2.35',
  async visit(visitor) {
    await visitor.request('GET', '/?from=mail');
    await visitor.request('GET', '/notes/welcome', { cookie: user });
    await visitor.request('POST', '/api/notes', { body: { title: 'A', body: 'b' }, cookie: user });
    await visitor.request('DELETE', '/api/notes/todo', { cookie: user });
    await visitor.request('POST', '/api/auth/sign-in', { body: { name: 'ada', anonymousId: 'anon-1' } });
    await visitor.request('POST', '/api/feedback', { body: { mood: 'fine' } });
  },
  expected: [
    { name: 'notes_listed', session: 'forwarded' },
    { name: 'note_opened', session: 'forwarded' },
    { name: '$set_once', session: 'forwarded', distinctId: 'ada' },
    { name: 'note_created', session: 'forwarded' },
    { name: '$group_assign', session: 'forwarded', distinctId: 'ada' },
    { name: 'note_deleted', session: 'forwarded' },
    { name: '$identify', session: 'forwarded', distinctId: 'ada' },
    { name: '$create_alias', session: 'forwarded', distinctId: 'ada' },
    { name: 'feedback_given', session: 'by hand' },
  ],
  refused: [],
});
