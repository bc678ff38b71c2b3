import { cancelOrder } from '@/lib/orders';
import { withBody } from '@/lib/with-body';

export const POST = withBody(cancelOrder);
