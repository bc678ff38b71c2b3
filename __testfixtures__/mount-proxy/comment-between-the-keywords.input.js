// @file middleware.js
export /* Next calls this */ async function middleware() {}
