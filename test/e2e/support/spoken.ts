/** What a screen reader has to say about the controls of a page, out of the browser's accessibility tree. */
import type { Page } from 'playwright-core';

interface Property {
  name: string;
  value: { value?: unknown };
}
interface AXNode {
  nodeId: string;
  childIds?: string[];
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
  value?: { value?: unknown };
  properties?: Property[];
  ignored?: boolean;
}

const controls = new Set([
  'link',
  'textbox',
  'combobox',
  'radiogroup',
  'radio',
  'checkbox',
  'button',
  'group',
  'listbox',
  'spinbutton',
]);

export interface Spoken {
  role: string;
  name: string;
  /** Help, message and note, in the order in which they are read. */
  description: string;
  required: boolean;
  invalid: boolean;
  checked: boolean | undefined;
  focused: boolean;
  value: string;
}

/** Every control below the element, in reading order. */
export async function spokenControls(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  return inOrder(nodes)
    .filter((node) => !node.ignored && controls.has(node.role?.value ?? ''))
    .map((node) => {
      const property = (name: string) => node.properties?.find((one) => one.name === name)?.value.value;
      const checked = property('checked');
      return {
        role: node.role?.value ?? '',
        name: (node.name?.value ?? '').replace(/\s+/g, ' ').trim(),
        description: (node.description?.value ?? '').replace(/\s+/g, ' ').trim(),
        required: property('required') === true,
        invalid: property('invalid') === 'true',
        focused: property('focused') === true,
        checked: checked === undefined ? undefined : checked === 'true' || checked === true,
        value: String(node.value?.value ?? ''),
      };
    });
}

/** The browser tells the nodes level by level; a reader goes down into each before the next. */
function inOrder(nodes: readonly AXNode[]): AXNode[] {
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node: AXNode | undefined): AXNode[] =>
    node === undefined ? [] : [node, ...(node.childIds ?? []).flatMap((id) => walk(known.get(id)))];
  return walk(nodes[0]);
}
