const { signal } = require('./signal-server');

function trackOrder(userId, event) {
  signal.capture({ distinctId: userId, event });
}

exports.trackLogin = userId => {
  signal.identify({ distinctId: userId });
};

module.exports.trackOrder = trackOrder;
