import { log } from './log';
import type { SessionInfo } from './signal-server';

export type Params = {
  issuer: string;
};

export async function run(params: Params) {
  log(`run ${params.issuer}`);
}

export async function start(params: Params, session?: SessionInfo) {
  log(`start ${params.issuer}`, session);
}
