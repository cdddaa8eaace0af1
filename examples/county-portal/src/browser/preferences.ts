/** Colours and type size change in place, so that nothing that was typed is lost; the choice is kept in a cookie. */
const root = document.documentElement;

/** The elements of a page, which take the same attributes as its root. */
const elements = () =>
  [...document.querySelectorAll<HTMLElement>('main *')].filter(({ localName }) =>
    localName.startsWith('aid-'),
  );

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers still
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}

const theme = document.querySelector<HTMLSelectElement>('.colours select');
theme?.addEventListener('change', () => {
  remember('theme', theme.value);
  root.dataset.aidTheme = theme.value;
  for (const element of elements()) element.setAttribute('theme', theme.value);
});
