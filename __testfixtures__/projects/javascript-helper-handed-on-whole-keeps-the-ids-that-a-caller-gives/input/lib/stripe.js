export const stripe = null;
