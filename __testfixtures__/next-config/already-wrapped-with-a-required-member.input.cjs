const wrap = require('signal-next/config').withSignalConfig;

module.exports = wrap({});
