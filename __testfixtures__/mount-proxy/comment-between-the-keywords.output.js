import { signalProxy } from "signal-next/proxy";

/* Next calls this */ async function middleware() {}

const middlewareWithSignal = signalProxy(middleware);
export { middlewareWithSignal as middleware };
