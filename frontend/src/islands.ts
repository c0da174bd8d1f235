/** Where the interactive parts of a page begin: elements with `data-island="name"`, their props as JSON in `data-props`. */

/** What a part's module offers; `mount` puts the part into its element, which may hold the words shown without script. */
export interface Island {
  mount(element: HTMLElement, props: never): void | Promise<void>;
}

const parts: Record<string, () => Promise<Island>> = {
  figure: () => import("./figures/host"),
  cell: () => import("./cell/index"),
  map: () => import("./map/index"),
  notation: () => import("./notation/index"),
  beside: () => import("./beside/index"),
};

/** Start every part of `root` that is not started yet: figures and cells when they come near the view, others at once. */
export function startIslands(root: ParentNode = document): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        near.unobserve(entry.target);
        void start(entry.target as HTMLElement);
      }
    },
    { rootMargin: "600px 0px" },
  );
  for (const element of root.querySelectorAll<HTMLElement>("[data-island]:not([data-started])")) {
    if (!(element.dataset["island"]! in parts)) continue;
    element.dataset["started"] = "";
    near.observe(element);
  }
}

async function start(element: HTMLElement): Promise<void> {
  const props = JSON.parse(element.dataset["props"] ?? "{}") as never;
  try {
    const part = await parts[element.dataset["island"]!]!();
    await part.mount(element, props);
  } catch (error) {
    console.error(error);
    element.dataset["failed"] = "";
    element.append(Object.assign(document.createElement("p"), { className: "island-failed", textContent: apology }));
  }
}

const apology = "This part could not be started. Reload the page to try again; the text around it does without.";
