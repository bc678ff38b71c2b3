import { withSignalConfig } from 'signal-next/config';

// TODO: withSignalConfig({})
const note = 'withSignalConfig';

export default withSignalConfig({ env: { note } });
