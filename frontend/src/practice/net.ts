/** `post("/answer", body)`: JSON out and in. What was sent is kept until it is acknowledged; a lost connection is tried once more. */

/** The server's reply could not be had; `message` is a sentence for the learner, and what they typed is kept. */
export class Unsent extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const KEPT = "agnesi-unsent";
const lost = "No connection to Agnesi. Your answer is kept here.";
const stale = "Agnesi was started anew. Open the address that the terminal shows; your answer is kept here.";
const broken = "Something broke, and it is on us. Your answer is kept here; it does not count against you.";

/** Send `body`, which carries its own idempotency key in `id`, and give back the reply. Raises Unsent. */
export async function post<Reply>(address: string, body: object, { keep = true } = {}): Promise<Reply> {
  const id = (body as { id?: string }).id;
  if (keep && id) remember(id, address, body);
  let response: Response;
  try {
    response = await send(address, body);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 900));
    response = await send(address, body).catch(() => {
      throw new Unsent(lost, 0);
    });
  }
  if (response.status === 403) throw new Unsent(stale, 403);
  const reply = (await response.json().catch(() => ({}))) as Reply & { sorry?: string };
  if (response.status >= 500) throw new Unsent(reply.sorry ?? broken, response.status);
  if (id) forget(id);
  if (!response.ok) throw new Unsent(reply.sorry ?? broken, response.status);
  return reply;
}

/** The HTML of an address of ours. Raises Unsent. */
export async function fetchHtml(address: string): Promise<string> {
  const response = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => {
    throw new Unsent(lost, 0);
  });
  if (response.status === 403) throw new Unsent(stale, 403);
  if (!response.ok) throw new Unsent(broken, response.status);
  return response.text();
}

/** What an earlier page could not send is sent now: the server knows each by its key, so nothing is counted twice. */
export async function sendKept(): Promise<void> {
  for (const [id, [address, body]] of Object.entries(kept())) {
    const response = await send(address, body).catch(() => null);
    if (response && response.status < 500 && response.status !== 403) forget(id);
  }
}

/** A key that nobody else makes. */
export function freshKey(): string {
  return crypto.randomUUID();
}

function send(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf() },
    body: JSON.stringify(body),
  });
}

function csrf(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
}

function kept(): Record<string, [string, object]> {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") as Record<string, [string, object]>;
  } catch {
    return {};
  }
}

function remember(id: string, address: string, body: object): void {
  write({ ...kept(), [id]: [address, body] });
}

function forget(id: string): void {
  const left = kept();
  delete left[id];
  write(left);
}

function write(unsent: Record<string, [string, object]>): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(unsent));
  } catch {
    /* a browser without storage: the box itself still holds the text */
  }
}
