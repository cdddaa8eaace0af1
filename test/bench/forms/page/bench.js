/**
 * What the measurement itself runs in a page; not counted as part of any contestant. A contestant draws into
 * `bench.place`, begins with `bench.value(blank)`, and tells `bench.ready` when its library says that it is drawn.
 */
const given = document.querySelector('#bench-value');

/** After the next frame was handed to the compositor. */
const afterPaint = (then) =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });

/** Every element that matches, those inside shadow roots too. */
function* deep(selector, root = document) {
  yield* root.querySelectorAll(selector);
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* deep(selector, element.shadowRoot);
  }
}

const controls = 'input:not([type=hidden]), select, textarea';

const byIds = (element, attribute) =>
  (element.getAttribute(attribute) ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => element.getRootNode().getElementById(id))
    .filter((found) => found !== null);

const words = (elements) => [...elements].map((one) => one.textContent).join(' ');

/** What a screen reader calls a control, roughly: enough to find it by. */
const nameOf = (control) =>
  words(byIds(control, 'aria-labelledby')) ||
  control.getAttribute('aria-label') ||
  words(control.labels ?? []);

const isShown = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

window.bench = {
  place: document.querySelector('#place'),
  value: (blank) => (given === null ? blank : JSON.parse(given.textContent)),
  ready(contestant) {
    Object.assign(window.bench, contestant);
    afterPaint(() => {
      window.bench.paintedAt = performance.now();
    });
  },
  /** What was drawn since it was last emptied, where a contestant can tell. */
  drawn: new URLSearchParams(location.search).has('counted') ? new Set() : undefined,
  afterPaint,
  deep,
  controls,
  byIds,
  words,
  nameOf,
  isShown,
  /** The `nth` control whose name holds `title`. */
  control: (title, nth = 0) => [...deep(controls)].filter((one) => nameOf(one).includes(title))[nth],
};
