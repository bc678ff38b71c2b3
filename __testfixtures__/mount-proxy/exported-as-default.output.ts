import { handle } from './handle';
import { signalProxy } from 'signal-next/proxy';

const handleWithSignal = signalProxy(handle);
export { handleWithSignal as default };
