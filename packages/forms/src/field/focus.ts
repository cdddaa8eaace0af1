const focusable =
  'input:not([type=hidden]):not([tabindex="-1"]), select, textarea, button:not(.remove, .move), [tabindex="0"]';

/** Puts the focus on the first control inside `place`, the chosen one of radio buttons. Says whether there was one. */
export function focusInside(place: Element | null | undefined): boolean {
  if (place === null || place === undefined) return false;
  const controls = [...place.querySelectorAll<HTMLElement>(focusable)].filter(
    (control) => !control.matches(':disabled'),
  );
  const chosen = controls.find((control) => control.matches('input[type=radio]:checked'));
  const first = controls[0]?.matches('input[type=radio]') ? (chosen ?? controls[0]) : controls[0];
  first?.focus();
  return first !== undefined;
}
