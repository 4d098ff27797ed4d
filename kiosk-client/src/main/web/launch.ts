export type Launch = "in" | "used" | "none";

/**
 * Exchanges the single-use code in the fragment for the kiosk's cookie. The code leaves the address at once, so that neither
 * the history nor a reload holds it. Without a code the cookie of this browser start may still be good.
 */
export async function launch(): Promise<Launch> {
  const code = new URLSearchParams(location.hash.slice(1)).get("launch");
  if (code === null) return "none";
  history.replaceState(null, "", location.pathname + location.search);
  for (;;) {
    try {
      const answer = await fetch("/api/kiosk/launch", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ code }),
      });
      if (answer.ok) return "in";
      if (answer.status < 500) return "used";
    } catch {
      // The network comes back; the code is still unused.
    }
    await new Promise((again) => setTimeout(again, 2_000));
  }
}
