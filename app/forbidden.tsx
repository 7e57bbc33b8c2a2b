import { ForbiddenMessage } from "@/components/layout/forbidden-message";

export default function ForbiddenPage() {
  return (
    <main>
      <ForbiddenMessage />
    </main>
  );
}
