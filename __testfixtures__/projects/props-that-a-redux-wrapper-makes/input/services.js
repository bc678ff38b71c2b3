import { services } from '@acme/services';

export const withServices = services.bound;
