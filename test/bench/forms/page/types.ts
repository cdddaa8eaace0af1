declare global {
  /** What the measurement's own script offers in a page (`bench.js`). */
  var bench: {
    paintedAt?: number;
    drawn: Set<string> | undefined;
    submit: HTMLElement;
    read(): unknown;
    valid?(): boolean;
    afterPaint(then: () => void): void;
    deep(selector: string, root?: ParentNode): Iterable<HTMLElement>;
    controls: string;
    byIds(element: Element, attribute: string): HTMLElement[];
    words(elements: Iterable<Element>): string;
    nameOf(control: Element): string;
    isShown(element: Element): boolean;
    control(title: string, nth?: number): HTMLElement | undefined;
  };
}

export {};
