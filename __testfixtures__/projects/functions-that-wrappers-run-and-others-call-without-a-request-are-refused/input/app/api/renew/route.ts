import { renewOrder } from '@/lib/orders';
import { withBody } from '@/lib/with-body';

export const POST = withBody(renewOrder);
