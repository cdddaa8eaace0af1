/** Fen as people read them. */

/** `45600` is `456.00`. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(Math.trunc(fen))).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** The amount in the characters that letters and vouchers use: `45600` is `肆佰伍拾陆元整`. Up to 10^16 fen. */
export function yuanWords(fen: number): string {
  if (fen < 0) return `负${yuanWords(-fen)}`;
  const jiao = Math.floor(fen / 10) % 10;
  const cents = fen % 10;
  const whole = wholeYuan(Math.floor(fen / 100));
  if (jiao === 0 && cents === 0) return `${whole || '零'}元整`;
  const small = (jiao ? `${DIGITS[jiao]}角` : whole ? '零' : '') + (cents ? `${DIGITS[cents]}分` : '整');
  return `${whole ? `${whole}元` : ''}${small}`;
}

function wholeYuan(yuanCount: number): string {
  let words = '';
  let rest = yuanCount;
  let gap = false;
  for (let group = 0; rest > 0; group++) {
    const part = rest % 10_000;
    if (part > 0) words = `${thousands(part)}${GROUPS[group]}${gap ? '零' : ''}${words}`;
    // A group below one thousand, or an empty one, is read with a zero before what follows it.
    gap = part < 1_000 && words !== '' && rest >= 10_000;
    rest = Math.floor(rest / 10_000);
  }
  return words;
}

function thousands(part: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    zero = false;
  }
  return words;
}
