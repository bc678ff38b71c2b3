// @file middleware.js
export function* middleware() {}
