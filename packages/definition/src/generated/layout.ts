/* Generated from schemas/ by `npm run generate`. */

/**
 * A FEEL expression over the data of the form.
 */
export type Feel = string;
/**
 * Half of the line or all of it.
 */
export type FieldWidth = 'half' | 'full';
/**
 * @minItems 1
 * @maxItems 50
 */
export type LayoutMust = LayoutRule[];
/**
 * Repeated group: how its items are laid out.
 */
export type GroupPresentation = 'table' | 'cards';
/**
 * Fields in this order. A bare text stands for { field }.
 *
 * @minItems 1
 * @maxItems 200
 */
export type LayoutFields = (string | LayoutField)[];
/**
 * The form is filled in one step at a time, each section a step (`sections`) or several sections together. Sections that no step names come in a step of their own at the end.
 */
export type LayoutSteps = 'sections' | LayoutStep[];
/**
 * Before it is submitted, all that was answered is shown on a page to check, with ways back.
 */
export type LayoutReview =
  | true
  | {
      /**
       * Heading of the page.
       */
      title?: string;
      /**
       * Shown below the heading.
       */
      help?: string;
    };

/**
 * The presentation of a form, and the rules between its answers; what an answer by itself has to be stands in the schema.
 */
export interface Layout {
  /**
   * For editors.
   */
  $schema?: string;
  /**
   * Sections in this order.
   *
   * @minItems 1
   * @maxItems 100
   */
  sections: LayoutSection[];
  steps?: LayoutSteps;
  review?: LayoutReview;
  must?: LayoutMust;
  print?: LayoutPrint;
  /**
   * Words on the submit button.
   */
  submit?: string;
}
/**
 * A group of questions with its heading.
 */
export interface LayoutSection {
  /**
   * Unique in the layout.
   */
  id: string;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Shown below the heading.
   */
  help?: string;
  when?: Feel;
  fields: LayoutFields;
}
/**
 * How one field is presented.
 */
export interface LayoutField {
  /**
   * JSON Pointer without its first slash into the data; inside a repeated group into the item.
   */
  field: string;
  /**
   * Name of a registered widget; by default the one that fits best.
   */
  widget?: string;
  /**
   * Shown between label and control.
   */
  help?: string;
  /**
   * Value of the HTML attribute of that name.
   */
  autocomplete?: string;
  width?: FieldWidth;
  when?: Feel;
  computed?: Feel;
  fills?: LayoutFills;
  /**
   * Repeated group: pointer into the item of the field that names it.
   */
  titleField?: string;
  fields?: LayoutFields;
  must?: LayoutMust;
  /**
   * The host is asked about the value when it is entered, by this name.
   */
  check?: string;
  /**
   * Repeated group: the order of its items means something, and they can be moved.
   */
  ordered?: true;
  presentation?: GroupPresentation;
}
/**
 * Identity number: the fields that it fills in while nobody has, each a pointer from where this field's own starts.
 */
export interface LayoutFills {
  /**
   * Gets the date of birth.
   */
  birth?: string;
  /**
   * Gets the sex, in the words or the code that its schema has for it.
   */
  sex?: string;
  /**
   * Gets the code of the county that issued the first number.
   */
  division?: string;
}
/**
 * One rule between answers. It is broken where `that` is false; where an answer is missing it says nothing.
 */
export interface LayoutRule {
  that: Feel;
  /**
   * Pointers of the fields that show the message.
   *
   * @minItems 1
   * @maxItems 10
   */
  at: string[];
  /**
   * What to do, in words for the person at the form.
   */
  say: string;
}
/**
 * What is asked on one page of a form in steps.
 */
export interface LayoutStep {
  /**
   * Shown as the heading and in the list of steps.
   */
  title: string;
  /**
   * Ids of its sections, in this order.
   *
   * @minItems 1
   * @maxItems 100
   */
  sections: string[];
}
/**
 * What stands on paper besides the answers.
 */
export interface LayoutPrint {
  /**
   * Who signs, a line each.
   *
   * @minItems 1
   * @maxItems 10
   */
  signatures: string[];
}
