import * as signal from 'signal-next/config';

export default signal.withSignalConfig({});
