import { html, svg } from 'lit';

const icon = (paths: ReturnType<typeof svg>) =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${paths}</svg>`;

export const calendarIcon = icon(svg`<path d="M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4" />`);
export const tickIcon = icon(svg`<path d="M4.500 10.500l3.500 3.500 7.500-8" />`);
export const plusIcon = icon(svg`<path d="M10 4v12M4 10h12" />`);
export const crossIcon = icon(svg`<path d="M5 5l10 10M15 5L5 15" />`);
export const cameraIcon = icon(
  svg`<path d="M3 6.5h3.5L8 4.5h4l1.500 2H17v9.500H3z" /><circle cx="10" cy="11" r="2.800" />`,
);
export const fileIcon = icon(svg`<path d="M5 2.500h6.500L15 6v11.500H5zM11.500 2.500V6H15" />`);
export const warningIcon = icon(svg`<path d="M10 3l8 13.500H2zM10 8.500v3.500M10 14v.4" />`);
export const undoIcon = icon(svg`<path d="M4 8h8a4 4 0 0 1 0 8H8M4 8l3.500-3.500M4 8l3.500 3.500" />`);
