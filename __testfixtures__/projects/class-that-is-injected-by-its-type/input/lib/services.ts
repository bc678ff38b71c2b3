import { Analytics } from './analytics';
import { OrderService } from './orders';

export const orders = new OrderService(new Analytics());
