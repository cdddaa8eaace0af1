export type {
  Layout,
  LayoutField as FieldLayout,
  LayoutSection as SectionLayout,
} from '@aidflow/definition';

/** The data that goes in and out of a form. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A JSON Schema 2020-12 document or subschema, as far as a form reads it. Other keywords are left alone. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $anchor?: string;
  readonly $dynamicAnchor?: string;
  readonly $ref?: string;
  readonly $dynamicRef?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly default?: Json;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly examples?: readonly Json[];
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly patternProperties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly propertyNames?: JsonSchema | boolean;
  readonly unevaluatedProperties?: JsonSchema | boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly (JsonSchema | boolean)[];
  readonly unevaluatedItems?: JsonSchema | boolean;
  readonly contains?: JsonSchema | boolean;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly if?: JsonSchema | boolean;
  readonly then?: JsonSchema | boolean;
  readonly else?: JsonSchema | boolean;
  readonly not?: JsonSchema | boolean;
  readonly allOf?: readonly (JsonSchema | boolean)[];
  readonly anyOf?: readonly (JsonSchema | boolean)[];
  readonly oneOf?: readonly (JsonSchema | boolean)[];
  readonly [keyword: string]: unknown;
}

/** One violated keyword, as Ajv reports it. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schemaPath?: string;
}

/** A compiled schema: Ajv's standalone code fits. */
export interface Validate {
  (data: unknown): boolean | Promise<unknown>;
  errors?: readonly SchemaError[] | null;
}

/** Translations by language, each from the source text. */
export type Locales = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A problem that a server found; `pointer` may start with `/data`. */
export interface FieldProblem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly pointer?: string;
}

/** A value that the host is asked about: is this person in an application already? */
export interface CheckQuestion {
  /** What the layout calls the check. */
  readonly name: string;
  readonly pointer: string;
  readonly value: Json;
  /** The data of what exists in the form. */
  readonly data: JsonObject;
}

/** Nothing where all is well; a `problem` holds the form back as any error does, a `note` is only shown. */
export type CheckAnswer = { readonly problem: string } | { readonly note: string } | null | undefined;

/** Looks something up. `signal` says that the answer is not wanted any more; a rejection holds nothing back. */
export type Check = (question: CheckQuestion, signal: AbortSignal) => Promise<CheckAnswer>;

/** What is kept of an uploaded file. `size` in bytes, `type` a media type. */
export interface FileReference {
  sha256: string;
  name: string;
  size: number;
  type: string;
}

/**
 * Sends a file. `onProgress` takes the share that has been sent (0 to 1); `signal` ends the upload.
 * A rejection is shown at the field and the person can try again.
 */
export type Upload = (
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<FileReference>;

export interface Division {
  code: string;
  name: string;
  level?: string;
}

/** The divisions right below `parent`, or the topmost ones. */
export type Divisions = (parent: string | undefined) => Promise<readonly Division[]>;
