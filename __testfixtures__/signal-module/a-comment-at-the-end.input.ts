'use strict'

import { createSignalServer } from 'signal-next/server'

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY! })

export { signal }
// TODO: flush on exit
