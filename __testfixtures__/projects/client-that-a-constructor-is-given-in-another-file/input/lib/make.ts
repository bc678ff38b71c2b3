import { Events, Logger } from './events';
import NamedAudits from './named-audits';
import { signal } from './signal-server';

export const events = new Events(signal);
export const audits = new NamedAudits('orders', signal);
export const logger = new Logger({ capture: (message) => console.log(message) });
