import { joinWaitlist, rename, review } from '../actions'

export default function Waitlist() {
  return (
    <>
      <form action={joinWaitlist}>
        <input name="email" />
        <input name="course" />
        <button>Join</button>
      </form>
      <form action={rename}>
        <input name="person" />
        <input name="name" />
        <button>Save</button>
      </form>
      <form action={review}>
        <input name="reviewed" />
        <input name="stars" type="number" />
        <button>Send</button>
      </form>
    </>
  )
}
