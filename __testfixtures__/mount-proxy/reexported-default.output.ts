import handler from "next-auth/middleware"
import { signalProxy } from "signal-next/proxy"

export default signalProxy(handler)

export const config = { matcher: ["/dashboard"] }
