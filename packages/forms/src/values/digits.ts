/** Full-width letters, digits and signs, as a Chinese keyboard types them, in their ASCII form. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[　\u00a0]/g, ' ')
    .replace(/。/g, '.');
}

/** The text without blanks and the dashes that people copy along with long numbers. */
export function compact(text: string): string {
  return halfWidth(text).replace(/[\s\-‐-―]/g, '');
}

/** Digits in groups of four, as printed on a card. */
export function groupsOfFour(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}
