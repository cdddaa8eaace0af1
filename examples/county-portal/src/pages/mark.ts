/** The county's sign: a roof over an open hand of three strokes, in the colour of its surroundings. */
export const mark =
  '<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"><path d="M3.5 14.5 16 4l12.5 10.5"/><path d="M9 18v9M16 15v12M23 18v9"/></svg>';

/** The same as a file of its own. */
export const markFile = mark
  .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
  .replace('currentColor', '#0b5c6e');
