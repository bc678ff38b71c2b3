import { withSignalConfig } from 'signal-next/config'
import { load } from './load-config.mjs'

export default withSignalConfig(await load())
