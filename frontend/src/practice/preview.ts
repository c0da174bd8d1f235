/** While an author writes: ask once a second whether the course has changed, and load the page anew where it has. */

const EVERY_MS = 1000;

/** Begins only on pages of `agnesi preview`, which carry the number of changes they were made after. */
export function startPreview(): void {
  const seen = document.body.dataset["changes"];
  if (seen === undefined) return;
  setInterval(async () => {
    const reply = await fetch("/changes").catch(() => null);
    if (!reply?.ok) return;
    const { changes } = (await reply.json()) as { changes: number };
    if (String(changes) !== seen) location.reload();
  }, EVERY_MS);
}
