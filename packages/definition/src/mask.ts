/** Masking of personal data, by kind of data and by the privacy that a form schema declares. */
import type { Json } from './feel.ts';
import { below, inPlace, pointerKey } from './schema-walk.ts';
import type { JsonSchema } from './types.ts';

/** 王小明 -> 王**. Of a compound or foreign name, too, the first character stays. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return first + '*'.repeat(rest.length);
}

/** A resident identity number: the first three and the last four characters stay. */
export const maskId = (id: string): string => keepEnds(id, 3, 4);

/** A bank card number: the last four digits stay. */
export const maskBankCard = (number: string): string => keepEnds(number, 0, 4);

/** A mobile number: the first three and the last four digits stay. */
export const maskMobile = (number: string): string => keepEnds(number, 3, 4);

function keepEnds(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail);
}

/**
 * A copy of a form's data in which every value is masked whose schema carries `x-privacy: masked | sealed`, with all
 * that lies below it. Masked text keeps a hint of itself (`王**`); sealed text and whatever is not text keep none.
 *
 * @param allowed JSON Pointers that may be seen with all that lies below; `*` stands for each item of a list
 */
export function maskData(schema: JsonSchema, data: Json, allowed: readonly string[] = []): Json {
  const open = new Set(allowed);
  const visit = (value: Json, schemas: readonly JsonSchema[], place: string, outer: Privacy): Json => {
    if (open.has(place)) return value;
    const privacy = strictest(outer, schemas);
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        visit(item, below(schemas, String(index), schema), `${place}/*`, privacy),
      );
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => [
          key,
          visit(part, below(schemas, key, schema), place + pointerKey(key), privacy),
        ]),
      );
    }
    return privacy === 'open' ? value : masked(value, privacy, schemas);
  };
  return visit(data, inPlace(schema, schema), '', 'open');
}

type Privacy = 'open' | 'masked' | 'sealed';

function strictest(outer: Privacy, schemas: readonly JsonSchema[]): Privacy {
  const said = [outer, ...schemas.map((schema) => schema['x-privacy'])];
  return said.includes('sealed') ? 'sealed' : said.includes('masked') ? 'masked' : 'open';
}

const maskByFormat: Record<string, (text: string) => string> = {
  'resident-id': maskId,
  'bank-card': maskBankCard,
  'mobile-cn': maskMobile,
};

function masked(value: Json, privacy: Privacy, schemas: readonly JsonSchema[]): Json {
  if (typeof value !== 'string') return null;
  if (privacy === 'sealed') return '***';
  const format = schemas.map((schema) => schema.format).find((one) => typeof one === 'string');
  return (maskByFormat[String(format)] ?? maskName)(value);
}
