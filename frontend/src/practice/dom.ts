/** Small words for finding, speaking and moving, shared by the parts of practice. */

/** The first match inside `root`; null where there is none. */
export function find<Found extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Found | null {
  return root.querySelector<Found>(selector);
}

/** Every match inside `root`, in the order of the page. */
export function all<Found extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Found[] {
  return [...root.querySelectorAll<Found>(selector)];
}

/** HTML that our own server made, put in place of what `element` holds. */
export function fill(element: Element, html: string): void {
  element.innerHTML = html;
}

/** Say a sentence to those who listen to the page. */
export function say(sentence: string): void {
  const said = document.getElementById("said");
  if (!said) return;
  said.textContent = "";
  requestAnimationFrame(() => (said.textContent = sentence));
}

/** Move the focus to `element`, even where it takes none by itself, without a jump of the page further than needed. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

/** Where typing or choosing begins in `root`: its maths field, its box, or its first option. */
export function entry(root: ParentNode): HTMLElement | null {
  return find(root, "math-field") ?? find(root, ".cm-content") ?? find(root, ".box:not([hidden])") ?? find(root, ".choice > input, .ordering button");
}

/** Call `act` once the caller has been still for `ms`. */
export function afterRest(ms: number, act: () => void): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, ms);
  };
}

/** A draft of what is being typed, kept over reloads of this tab. */
export const drafts = {
  read: (problem: string): string => storage((store) => store.getItem(`agnesi-draft-${problem}`)) ?? "",
  write: (problem: string, text: string): void =>
    void storage((store) => (text ? store.setItem(`agnesi-draft-${problem}`, text) : store.removeItem(`agnesi-draft-${problem}`))),
};

function storage<Result>(use: (store: Storage) => Result): Result | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
