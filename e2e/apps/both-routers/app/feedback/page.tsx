import signal from "@/lib/signal";

export default function Feedback() {
  return (
    <form
      action={async (formData: FormData) => {
        "use server";
        const mood = formData.get("mood");
        if (!mood) return;
        signal.capture({ distinctId: "guest", event: "feedback_given", properties: { mood } });
      }}
    >
      <input name="mood" />
    </form>
  );
}
