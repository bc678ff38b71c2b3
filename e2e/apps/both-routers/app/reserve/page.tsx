import { reserve } from "../actions";

export default function Reserve() {
  return (
    <form action={reserve}>
      <input name="name" />
      <input name="seats" type="number" defaultValue={2} />
      <button>Reserve</button>
    </form>
  );
}
