import type { Json, JsonSchema } from '../types.ts';
import type { FormNode } from './form-node.ts';
import { GroupNode } from './group-node.ts';
import { isNullable } from './schema.ts';

/** A list of which each place has a meaning of its own (`prefixItems`): a group whose keys are positions. */
export class TupleNode extends GroupNode {
  constructor(...given: ConstructorParameters<typeof GroupNode>) {
    super(...given);
    for (const [name, child] of this.properties) child.required = Number(name) < this.#least;
  }

  protected override members(): Map<string, JsonSchema> {
    const places = this.schema.prefixItems ?? [];
    return new Map(places.map((inner, index) => [String(index), this.model.reader.flatten(inner)]));
  }

  override labelOf(child: FormNode): string {
    return this.model.context.t('itemTitle', { group: this.label, n: Number(child.key) + 1 });
  }

  /** So many places have to be filled. */
  get #least(): number {
    return this.schema.minItems ?? 0;
  }

  override get demands(): boolean {
    return (this.required && (this.parent?.demands ?? true)) || this.#given(this.value).length > 0;
  }

  /** The places up to the last one with something in it; null for those between. */
  #given(value: Json | undefined): Json[] {
    const source = Array.isArray(value) ? value : [];
    // What was skipped is a hole, which only this way of walking visits.
    const result: (Json | undefined)[] = Array.from(source, (inner: Json | undefined, index) => {
      const child = this.properties.get(String(index));
      if (child === undefined) return inner;
      return child.output(inner === null && !isNullable(child.schema) ? undefined : inner);
    });
    while (result.length > 0 && result.at(-1) === undefined) result.pop();
    return result.map((inner) => inner ?? null);
  }

  override output(value: Json | undefined): Json | undefined {
    const given = this.#given(value);
    if (given.length === 0 && !this.required) return undefined;
    // What is missing is said at its place, not of the list as a whole.
    while (given.length < Math.min(this.#least, this.properties.size)) given.push(null);
    return given;
  }

  override filled(value: Json | undefined): Json | undefined {
    const given = value ?? this.schema.default;
    if (given !== undefined && !Array.isArray(given)) return given;
    const result: (Json | undefined)[] = [...(given ?? [])];
    for (const [name, child] of this.properties) {
      const inner = child.filled(result[Number(name)] ?? undefined);
      if (inner !== undefined) result[Number(name)] = inner;
    }
    return given === undefined && result.length === 0
      ? undefined
      : Array.from(result, (inner) => inner ?? null);
  }
}
