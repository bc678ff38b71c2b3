const { signal, getSessionInfo } = require('../../../lib/signal-server');

async function POST(request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  return Response.json({});
}

module.exports = { POST };
