import { checkOrder, seeOrder } from '@/lib/orders';
import { route } from '@/lib/with-body';

export const POST = route({ authorize: checkOrder, handler: seeOrder });
