import { createAnalytics } from './analytics';

export const orderAnalytics = createAnalytics('order');
