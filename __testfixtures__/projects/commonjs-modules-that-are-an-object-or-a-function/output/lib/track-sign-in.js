const { signal } = require('./signal-server');

module.exports = function trackSignIn(userId, session) {
  signal.identify({
    distinctId: userId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
