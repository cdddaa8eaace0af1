import type { TextKey } from '../texts/texts.ts';
import type { Divisions, JsonObject, Upload } from '../types.ts';
import type { FieldNode } from './field-node.ts';

/** What a form gives its fields. */
export interface FormContext {
  readonly lang: string;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly upload: Upload | null;
  readonly divisions: Divisions | null;
  /** Names that FEEL expressions may use besides the form's own data. */
  readonly scope: JsonObject;
  /** The person has left the field. The form may wait with its answer until a click is over. */
  left(field: FieldNode): void;
  /** The form's own words. */
  t(key: TextKey, params?: Record<string, string | number>): string;
  /** The words of a definition in the reader's language. */
  translate(text: string): string;
}
