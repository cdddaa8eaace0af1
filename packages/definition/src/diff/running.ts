/** A running case as far as another version of its programme may matter to it. */
export interface RunningCase {
  id: string;
  number: string;
  /** Ids of the steps in which it stands, those in branches and not the parallel around them. */
  steps: readonly string[];
  /** Id of the `each` step whose steps it runs; absent for the procedure of the programme. */
  procedure?: string | undefined;
  /** Ids of the clocks that run. */
  clocks?: readonly string[];
  /** Ids of the forms of which it carries data. */
  data?: readonly string[];
}
