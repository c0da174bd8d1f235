/** `element("p", { class: "quiet", onclick: f }, "text", child)`: the one way the interactive parts make HTML; text is never parsed. */

type Attribute = string | number | boolean | null | undefined | ((event: never) => void);

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, Attribute> = {},
  ...children: (Node | string | null | undefined | false)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key.slice(2), value as EventListener);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return made;
}

let serial = 0;

/** An id that no other element of this page has. */
export function freshId(prefix: string): string {
  serial += 1;
  return `${prefix}-${serial}`;
}

/** The page's nonce, for a library that must add a style of its own; "" on a page without a policy. */
export function pageNonce(): string {
  const carriers = document.querySelectorAll<HTMLElement>('meta[property="csp-nonce"], script[nonce]');
  return [...carriers].map((carrier) => carrier.nonce || carrier.getAttribute("nonce") || "").find(Boolean) ?? "";
}
