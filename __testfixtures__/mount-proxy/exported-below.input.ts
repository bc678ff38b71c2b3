// @file middleware.ts
import { NextResponse } from 'next/server';

const middleware = () => NextResponse.next();
const config = { matcher: '/a' };

export { middleware, config };
