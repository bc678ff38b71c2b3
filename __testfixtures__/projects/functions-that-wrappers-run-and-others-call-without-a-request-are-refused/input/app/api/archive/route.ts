import { archiveOrder } from '@/lib/orders';
import { withBody } from '@/lib/with-body';

export const POST = withBody(archiveOrder);
