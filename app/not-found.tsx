import { NotFoundMessage } from "@/components/layout/not-found-message";

export default function NotFoundPage() {
  return (
    <main>
      <NotFoundMessage />
    </main>
  );
}
