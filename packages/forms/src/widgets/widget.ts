import type { FieldNode } from '../model/field-node.ts';
import type { TextKey } from '../texts/texts.ts';
import type { FieldLayout, Json, JsonSchema } from '../types.ts';

/** How one kind of value is typed, chosen and shown. The frame around it (label, help, error) is drawn for it. */
export interface Widget {
  /** How well it fits a schema; the highest wins, 0 is not at all. A layout can name it whatever the rank. */
  rank(schema: JsonSchema, field: FieldLayout): number;
  /**
   * `label` (the default): one control with the id `field.control`. `group`: several controls under one question.
   * `bare`: the widget shows the title itself.
   */
  readonly frame?: 'label' | 'group' | 'bare';
  /** Draws the controls. */
  render(field: FieldNode): unknown;
  /** The value that typed text stands for. By default the text itself; text it cannot read stays as it is. */
  read?(text: string, field: FieldNode): Json;
  /** The text that stands for a value in the control. */
  write?(value: Json, field: FieldNode): string;
  /** What is shown where nothing can be changed. */
  view?(value: Json, field: FieldNode): unknown;
  /** What there is to say about the present value, or about how to enter one; stands below the control. */
  note?(field: FieldNode): string;
  /** A new note is read out. Not for one that changes with every key. */
  readonly announces?: boolean;
  /** What a person does with it: decides the words of a missing value. */
  readonly act?: 'enter' | 'choose' | 'tick' | 'upload';
  /** Words of its own for a missing value; without them `act` decides. */
  missing?(field: FieldNode): string;
  /** The words for a value of the wrong kind. */
  readonly wrong?: TextKey;
}

/** The part of a widget that is seen. */
export type Drawn = Pick<Widget, 'render' | 'note' | 'view' | 'missing'>;

/** One list for a page, even where the script was loaded twice: the forms of the first know the widgets of all. */
const place = Symbol.for('aid-form widgets');
const widgets: Map<string, Widget> = Reflect.get(globalThis, place) ?? new Map<string, Widget>();
Reflect.set(globalThis, place, widgets);

/** Adds a widget, or replaces the one of that name. Forms drawn afterwards use it. */
export function registerWidget(name: string, widget: Widget): void {
  widgets.set(name, widget);
}

/** The widget of that name, if there is one. */
export const widgetNamed = (name: string): Widget | undefined => widgets.get(name);

/** The best-ranked widget for a schema; undefined where none fits. Of equals, the one registered last. */
export function widgetFor(schema: JsonSchema, field: FieldLayout): Widget | undefined {
  let best: Widget | undefined;
  let highest = 0;
  for (const widget of widgets.values()) {
    const rank = widget.rank(schema, field);
    if (rank > 0 && rank >= highest) {
      best = widget;
      highest = rank;
    }
  }
  return best;
}
