/**
 * In a long form the Enter key, and the "next" of a phone's keyboard, lead on to the next control: sending it half
 * filled helps nobody. While an input method is composing, Enter belongs to it.
 */
export function enterLeadsOn(event: KeyboardEvent): void {
  const input = event.target;
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
  if (!(input instanceof HTMLInputElement) || input.type === 'file') return;
  event.preventDefault();
  const root = event.currentTarget as HTMLElement;
  const stops = [
    ...root.querySelectorAll<HTMLElement>(
      'input:not([tabindex="-1"]), select, textarea, button.add, button.next, button.submit, button[id]',
    ),
  ].filter((stop) => !stop.matches(':disabled') && stop.getClientRects().length > 0);
  const { name } = input;
  const next = stops.slice(stops.indexOf(input) + 1).find((stop) => {
    return input.type !== 'radio' || !(stop instanceof HTMLInputElement) || stop.name !== name;
  });
  next?.focus();
}
