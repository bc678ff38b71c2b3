export * from './events'
export { trackBooking, trackWaitlist } from './bookings'
export { analytics } from './facade'
