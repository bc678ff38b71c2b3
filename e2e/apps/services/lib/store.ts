export interface Booking {
  id: string
  userId: string
  course: string
  seats: number
}

export const bookings = new Map<string, Booking>()
export const courses = ['wheel', 'glaze']
