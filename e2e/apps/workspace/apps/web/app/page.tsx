import { samples } from "@/lib/samples";

export default function Home() {
  return (
    <ul>
      {samples.map((id) => (
        <li key={id}>{id}</li>
      ))}
    </ul>
  );
}
