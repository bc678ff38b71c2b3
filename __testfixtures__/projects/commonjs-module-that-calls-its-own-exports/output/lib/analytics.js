const { createSignalServer } = require('signal-next/server');

let client = null;

exports.getSignal = () => {
  if (!client) client = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY });
  return client;
};

exports.track = async (event, userId, session) => {
  exports.getSignal().capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

exports.trackTwice = (userId, session) => {
  module.exports.track('first', userId, session);
  exports.track('second', userId, session);
};
