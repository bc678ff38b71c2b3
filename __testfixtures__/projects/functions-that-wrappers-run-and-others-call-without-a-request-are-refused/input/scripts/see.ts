import { seeOrder } from '../lib/orders';

await seeOrder(new Request('http://127.0.0.1/'));
