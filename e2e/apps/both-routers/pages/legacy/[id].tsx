import type { GetServerSideProps } from "next";
import signal from "@/lib/signal";

export const getServerSideProps: GetServerSideProps = async (context) => {
  signal.capture({ distinctId: "guest", event: "legacy_page_viewed", properties: { id: context.params?.id } });
  return { props: { id: context.params?.id ?? null } };
};

export default function Legacy({ id }: { id: string | null }) {
  return <p>Old page {id}</p>;
}
