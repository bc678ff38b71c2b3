import Link from "next/link";
import { api } from "~/utils/api";

export default function Home() {
  const shelves = api.shelf.all.useQuery();
  const create = api.shelf.create.useMutation();
  return (
    <main>
      {shelves.data?.map(({ id, name }) => (
        <Link key={id} href={`/shelves/${id}`}>
          {name}
        </Link>
      ))}
      <button onClick={() => create.mutate({ id: "new", name: "New shelf" })}>New shelf</button>
    </main>
  );
}
