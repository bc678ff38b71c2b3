// @file app/api/notes/route.js
const { signal } = require('../../../lib/signal-server');

export async function POST(request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'note_saved' });
  return Response.json({});
}
