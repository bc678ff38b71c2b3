import { subscribe } from "./actions";

export default function Subscribe() {
  return (
    <form action={subscribe}>
      <input name="email" type="email" />
      <button>Subscribe</button>
    </form>
  );
}
