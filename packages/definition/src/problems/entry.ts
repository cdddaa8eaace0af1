/** What a problem says in one language. `{name}` is replaced by the parameter of that name. */
export interface ProblemText {
  /** What kind of thing went wrong, a few words. */
  title: string;
  /** What went wrong this time. */
  detail: string;
  /** What would be right. */
  hint: string;
}

/** One row of the catalogue: the HTTP status it answers with and its words. */
export interface ProblemEntry {
  status: number;
  /** A warning does not stop a definition from being used. */
  severity?: 'warning';
  en: ProblemText;
  zh: ProblemText;
  /** Words that replace the ones above when `params.variant` names the variant. */
  variants?: Record<string, { en: Partial<ProblemText>; zh: Partial<ProblemText> }>;
}

/** A part of the catalogue, keyed by `area/name`. */
export type ProblemTable = Record<string, ProblemEntry>;
