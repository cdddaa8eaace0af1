/** Full-width letters, digits and signs, as a Chinese keyboard types them, in their ASCII form. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[　\u00a0]/g, ' ')
    .replace(/。/g, '.');
}

/** The text without blanks, dashes and the invisible signs that people copy along with long numbers. */
export function compact(text: string): string {
  return halfWidth(text).replace(/[\s\-\u2010-\u2015\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '');
}

/** Digits in groups of four, as printed on a card. */
export function groupsOfFour(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}
