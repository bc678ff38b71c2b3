// @file middleware.ts
import { NextResponse } from 'next/server';

export { handle as middleware };

const handle = () => NextResponse.next();
