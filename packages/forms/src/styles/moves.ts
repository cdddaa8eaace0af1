import { css } from 'lit';

/** Beside the title of an item where there is room, else below it. */
export const moveStyles = css`
  .moves { display: flex; }
  .form:not(.narrow) .item:has(> .moves) { grid-template-columns: minmax(0, 1fr) auto auto; }
  .form:not(.narrow) .item > .moves { grid-area: 1 / 2; }
  .form:not(.narrow) .item > .moves ~ .remove { grid-column: 3; }
`;
