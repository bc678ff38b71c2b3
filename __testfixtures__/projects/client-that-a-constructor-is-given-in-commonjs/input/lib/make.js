const { Events } = require('./events');
const { signal } = require('./signal-server');

exports.events = new Events(signal);
