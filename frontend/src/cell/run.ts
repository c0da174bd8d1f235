/** One run of a cell's code: it is sent, then asked about by its id until it is done; stopped when the learner says so. */
import { post, Unsent } from "../practice/net";

export interface Output {
  kind: "text" | "image" | "error";
  data: string;
}

export interface Run {
  /** Never rejects: what went wrong is said in `message`. */
  finished: Promise<{ outputs: Output[]; message: string }>;
  stop(): void;
}

const FIRST_WAIT_MS = 60;
const LONGEST_WAIT_MS = 600;
const lost = "The code could not be run: Agnesi did not answer. Your code is still here; run it again when it is back.";

export function run(lesson: string, code: string): Run {
  let id = "";
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    if (id) void post(`/run/${id}/stop`, {}, { keep: false }).catch(() => undefined);
  };
  const follow = async (): Promise<{ outputs: Output[]; message: string }> => {
    id = (await post<{ run: string }>("/run", { lesson, code }, { keep: false })).run;
    if (stopped) stop();
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.4, LONGEST_WAIT_MS)) {
      await new Promise((done) => setTimeout(done, wait));
      const asked = await fetch(`/run/${id}`, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (!asked.ok) return { outputs: [], message: await refusal(asked) };
      const { done, outputs } = (await asked.json()) as { done: boolean; outputs: Output[] };
      if (done) return { outputs: joined(outputs), message: stopped ? "Stopped." : "" };
    }
  };
  const failed = (error: unknown): { outputs: Output[]; message: string } => ({
    outputs: [],
    message: error instanceof Unsent && error.status >= 400 && error.status < 500 ? error.message : lost,
  });
  return { finished: follow().catch(failed), stop };
}

/** The server's own sentence where it sent one. */
async function refusal(response: Response): Promise<string> {
  const said = (await response.json().catch(() => null)) as { sorry?: string } | null;
  return said?.sorry ?? `The code could not be run (${response.status}). Reload the page and run it again.`;
}

/** Neighbouring pieces of printed text are one text. */
function joined(outputs: Output[]): Output[] {
  const all: Output[] = [];
  for (const output of outputs) {
    const last = all.at(-1);
    if (last?.kind === "text" && output.kind === "text") all[all.length - 1] = { kind: "text", data: last.data + output.data };
    else all.push(output);
  }
  return all;
}
