const { signal } = require('./signal-server');

module.exports = function trackSignIn(userId) {
  signal.identify({ distinctId: userId });
};
