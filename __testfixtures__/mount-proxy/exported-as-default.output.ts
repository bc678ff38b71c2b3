import { signalProxy } from 'signal-next/proxy';
import { handle } from './handle';

const handleWithSignal = signalProxy(handle);
export { handleWithSignal as default };
