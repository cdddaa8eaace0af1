import '../define.ts';
import { render } from '@lit-labs/ssr';
import { LitElementRenderer } from '@lit-labs/ssr/lib/lit-element-renderer.js';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { bringMore } from '../bring-more.ts';
import { bringRare } from '../bring-rare.ts';
import type { AidForm } from '../form-element.ts';
import type { FieldProblem, JsonObject, JsonSchema, Layout, Locales } from '../types.ts';
import { finish } from './finish.ts';
import { attribute, escaped, inScript } from './text.ts';

/** What a form is drawn of. All of it goes along to the browser, where the script goes on with it. */
export interface ServerForm {
  schema: JsonSchema;
  layout?: Layout | null;
  value?: JsonObject;
  /** Translations of the schema's and layout's texts. */
  locales?: Locales;
  /** What the server found wrong with a value that was sent. */
  problems?: readonly FieldProblem[];
  /** Names that FEEL expressions of the layout may use besides the data. */
  scope?: JsonObject;
  /** `zh` (also where nothing is said) or `en`. */
  lang?: string;
  mode?: 'normal' | 'elder';
  theme?: 'light' | 'dark' | 'auto';
  readonly?: boolean;
  /** Name of the value in the form around. */
  name?: string;
  /** Further attributes of `<aid-form>`, such as `draft-key`; `true` is an attribute without a value. */
  attributes?: Readonly<Record<string, string | true>>;
  /** Address of `aid-form.css`, of which the form takes its looks until the script has come. */
  styles?: string;
  /** Where the form is posted to when no script comes; `readForm` reads it. Forms in steps cannot be sent so. */
  action?: string;
  /** Entries that go along then, such as a token. */
  hidden?: Readonly<Record<string, string>>;
}

/** Lists of divisions are asked for in the browser. */
const laterDivisions = () => new Promise<never>(() => undefined);

/**
 * `<aid-form>` as HTML, with its content in a declarative shadow root: it is seen, can be read and be typed into before
 * the script has come, and the script takes it over with whatever was typed.
 */
export async function renderForm(form: ServerForm): Promise<string> {
  const { schema, layout, value, locales, problems, scope, lang = 'zh', mode, theme, readonly, name } = form;
  await Promise.all([bringMore(), bringRare()]);
  const given = {
    schema,
    ...(layout !== undefined && { layout }),
    ...(value !== undefined && { value }),
    ...(locales !== undefined && { locales }),
    ...(problems !== undefined && { problems }),
    ...(scope !== undefined && { scope }),
  };
  const attributes: Record<string, string | true> = {
    lang,
    ...(name !== undefined && { name }),
    ...(mode !== undefined && { mode }),
    ...(theme !== undefined && { theme }),
    ...(readonly === true && { readonly: true }),
    ...form.attributes,
  };
  const renderer = new LitElementRenderer('aid-form');
  const element = renderer.element as unknown as AidForm;
  Object.assign(element, given, {
    lang,
    mode: mode ?? 'normal',
    readonly: readonly === true,
    noSubmit: 'no-submit' in attributes,
    divisions: laterDivisions,
  });
  renderer.connectedCallback();
  const drawn = await collectResult(render(Reflect.apply(Reflect.get(element, 'render'), element, [])));
  const start = Object.entries(attributes).map(([key, text]) => attribute(key, text));
  const looks = `<link rel="stylesheet" href="${escaped(form.styles ?? 'aid-form.css')}">`;
  return `<aid-form${start.join('')}><template shadowrootmode="open">${looks}${finish(drawn, form)}</template><script type="application/json">${inScript(given)}</script></aid-form>`;
}
