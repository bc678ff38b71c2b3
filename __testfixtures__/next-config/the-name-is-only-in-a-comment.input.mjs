// TODO: withSignalConfig({})
const note = 'withSignalConfig';

export default { env: { note } };
