// @file middleware.js
const { NextResponse } = require('next/server');

module.exports.middleware = () => NextResponse.next();
