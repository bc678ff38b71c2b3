// @file middleware.js
export default (request) => fetch(request);
