import type { GetServerSideProps, InferGetServerSidePropsType } from "next";
import { getSignal } from "~/server/analytics/client";
import { getReader } from "~/server/auth";
import { shelves } from "~/server/library";

type Props = { name: string };

export const getServerSideProps = (async (ctx) => {
  const shelf = shelves.get(String(ctx.params?.id));
  if (!shelf) return { notFound: true };
  const reader = await getReader(ctx.req);
  getSignal()?.capture({
    distinctId: reader?.id ?? "guest",
    event: "shelf_opened",
    properties: { name: shelf.name },
  });
  return { props: { name: shelf.name } };
}) satisfies GetServerSideProps<Props>;

export default function Shelf({ name }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return <h1>{name}</h1>;
}
