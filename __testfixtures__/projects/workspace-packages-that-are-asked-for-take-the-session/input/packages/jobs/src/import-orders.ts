import { trackOrder } from '@acme/analytics/server';

trackOrder('import', 'o-1');
