import { load } from './load-config.mjs'

export default await load()
