import { Audits } from './audits';
import type { Client } from './events';

export default class NamedAudits extends Audits {
  constructor(
    readonly name: string,
    client: Client,
  ) {
    super({ client });
  }
}
