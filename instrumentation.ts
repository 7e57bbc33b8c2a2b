export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openFrontDoor } = await import("./lib/foundation/front-door");
  openFrontDoor();
}
