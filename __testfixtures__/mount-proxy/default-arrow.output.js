import { signalProxy } from "signal-next/proxy";

export default signalProxy((request) => fetch(request));
