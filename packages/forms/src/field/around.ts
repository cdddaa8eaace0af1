/** The nearest element with that class name, from `inner` outwards. Pages of old libraries have a `closest` of their own. */
export function around(inner: Element | null, name: string): HTMLElement | null {
  let here = inner;
  while (here !== null && !here.classList.contains(name)) here = here.parentElement;
  return here as HTMLElement | null;
}
