import { analytics } from './analytics';
import { createOrderService } from './orders';

export const orders = createOrderService({ analytics, now: Date.now });
