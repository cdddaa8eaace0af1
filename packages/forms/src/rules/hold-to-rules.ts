import { brokenRules } from '@aidflow/definition/form-rules';
import type { FormModel } from '../model/form-model.ts';
import type { FieldError } from '../model/form-node.ts';
import { plainOf } from '../model/plain-feel.ts';
import type { JsonObject, Layout } from '../types.ts';

/** Has a model find what its layout's rules between answers find, by the very function that a server asks. */
export function holdToRules(model: FormModel, layout: Layout): void {
  if (!JSON.stringify(layout).includes('"must":')) return;
  // Until FEEL is there, and where it cannot be had, a rule says nothing: the server asks it again.
  const decide = (expression: string, scope: JsonObject) =>
    plainOf(expression)?.(scope) ?? model.evaluate?.(expression, scope);
  model.judges.push(() =>
    brokenRules(layout, model.output, decide).flatMap(({ at, say }) => {
      const error: FieldError = { text: model.context.translate(say) };
      return at.map((pointer): [string, FieldError] => [pointer, error]);
    }),
  );
}
