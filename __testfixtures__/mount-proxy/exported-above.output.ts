import { NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

export { handleWithSignal as middleware };

const handle = () => NextResponse.next();
const handleWithSignal = signalProxy(handle);
