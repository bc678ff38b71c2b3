import { log } from './log';

export type Params = {
  issuer: string;
};

export async function run(params: Params) {
  log(`run ${params.issuer}`);
}

export async function start(params: Params) {
  log(`start ${params.issuer}`);
}
