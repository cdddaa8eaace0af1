import type { FieldNode } from '../model/field-node.ts';
import type { FormModel } from '../model/form-model.ts';
import type { FieldError, FormNode } from '../model/form-node.ts';
import { hasContent, sameJson } from '../model/pointer.ts';
import type { Check, CheckAnswer, Json } from '../types.ts';

/** Typing pauses this long before the host is asked. Milliseconds. */
const pause = 600;
/** An answer that takes longer is not waited for. Milliseconds. */
const patience = 10_000;

const asks = (node: FormNode | undefined): node is FieldNode =>
  node?.spec.check !== undefined && 'widget' in node;

/** The latest question about one field. */
interface Asked {
  value: Json;
  stop: AbortController;
  problem?: string;
}

/**
 * Asks the host about values while the form goes on: a moment after typing, at once when the field is left. A newer
 * value cancels the question about the older one. Only a problem that was found holds the form back; an answer that
 * does not come never does.
 */
export class HostChecks {
  readonly #model: FormModel;
  readonly #check: () => Check | null;
  readonly #asked = new Map<FieldNode, Asked>();
  readonly #timers = new Map<FieldNode, ReturnType<typeof setTimeout>>();

  constructor(model: FormModel, check: () => Check | null) {
    this.#model = model;
    this.#check = check;
    model.judges.push(() => this.#problems());
    model.data.watch(() => this.#changed());
    model.committed.watch(() => {
      const { lastChanged } = model;
      if (asks(lastChanged) && this.#timers.has(lastChanged)) this.#ask(lastChanged);
    });
    this.#changed();
  }

  #changed(): void {
    const { lastChanged, root } = this.#model;
    const fields = lastChanged === undefined ? root.walk() : [lastChanged];
    for (const field of fields) if (asks(field)) this.#later(field);
  }

  #later(field: FieldNode): void {
    const before = this.#asked.get(field);
    if (before !== undefined && sameJson(before.value, field.value)) return;
    before?.stop.abort();
    this.#asked.delete(field);
    clearTimeout(this.#timers.get(field));
    this.#timers.delete(field);
    this.#say(field, '');
    if (hasContent(field.value))
      this.#timers.set(
        field,
        setTimeout(() => this.#ask(field), pause),
      );
  }

  #ask(field: FieldNode): void {
    clearTimeout(this.#timers.get(field));
    this.#timers.delete(field);
    const check = this.#check();
    const { model, value, pointer } = field;
    if (check === null || value === undefined || !field.attached || !field.present) return;
    // Whether such a person exists is no question while the number itself is wrong.
    if (model.findErrors().has(pointer)) return;
    const stop = new AbortController();
    const asked: Asked = { value, stop };
    this.#asked.set(field, asked);
    this.#say(field, field.t('asking'));
    const give = (take: () => void) => {
      clearTimeout(timer);
      if (this.#asked.get(field) === asked && !stop.signal.aborted) take();
    };
    const failed = () => {
      // Asked again when the field is changed; the server looks in any case.
      this.#asked.delete(field);
      this.#say(field, field.t('askFailed'));
    };
    const timer = setTimeout(() => {
      give(failed);
      stop.abort();
    }, patience);
    const question = { name: field.spec.check ?? '', pointer, value, data: model.output };
    // A host that throws at once is answered like one that rejects.
    new Promise<CheckAnswer>((resolve) => resolve(check(question, stop.signal))).then(
      (answer) => give(() => this.#take(field, asked, answer)),
      () => give(failed),
    );
  }

  #take(field: FieldNode, asked: Asked, answer: CheckAnswer): void {
    if (answer && 'problem' in answer) {
      asked.problem = answer.problem;
      this.#say(field, field.t('askFound'));
      field.touched = true;
      this.#model.recheck(field);
    } else this.#say(field, answer ? answer.note : field.t('askClear'));
  }

  *#problems(): Generator<[string, FieldError]> {
    for (const [{ attached, value, pointer }, asked] of this.#asked) {
      if (asked.problem !== undefined && attached && sameJson(asked.value, value))
        yield [pointer, { text: asked.problem }];
    }
  }

  #say(field: FieldNode, words: string): void {
    if (field.asked === words) return;
    field.asked = words;
    field.changed();
  }
}
