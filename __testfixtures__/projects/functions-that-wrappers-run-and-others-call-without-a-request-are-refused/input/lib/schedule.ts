import { archiveOrder } from './orders';

const old = [{ userId: 'a' }, { userId: 'b' }];

export const archived = Promise.all(old.map(archiveOrder));
