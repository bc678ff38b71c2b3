const { createSignalServer } = require('signal-next/server');

let client = null;

exports.getSignal = () => {
  if (!client) client = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY });
  return client;
};

exports.track = async (event, userId) => {
  exports.getSignal().capture({ distinctId: userId, event });
};

exports.trackTwice = (userId) => {
  module.exports.track('first', userId);
  exports.track('second', userId);
};
