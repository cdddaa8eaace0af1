import { html } from 'lit';

/** One template for all of them: each template costs the first drawing of a form. */
const icon = (path: string) =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const calendarIcon = icon('M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4');
export const tickIcon = icon('M4.500 10.500l3.500 3.500 7.500-8');
export const plusIcon = icon('M10 4v12M4 10h12');
export const crossIcon = icon('M5 5l10 10M15 5L5 15');
export const cameraIcon = icon(
  'M3 6.5h3.5L8 4.5h4l1.500 2H17v9.500H3zM7.200 11a2.800 2.800 0 1 0 5.600 0a2.800 2.800 0 1 0-5.600 0',
);
export const fileIcon = icon('M5 2.500h6.500L15 6v11.500H5zM11.500 2.500V6H15');
export const warningIcon = icon('M10 3l8 13.500H2zM10 8.500v3.500M10 14v.4');
export const undoIcon = icon('M4 8h8a4 4 0 0 1 0 8H8M4 8l3.500-3.500M4 8l3.500 3.500');
