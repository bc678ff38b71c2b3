// @file proxy.js
export default { handle() {} };
