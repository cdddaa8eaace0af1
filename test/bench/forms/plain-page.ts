import { type Field, type Form, type Group, isGroup, type Part } from './form.ts';

/** The form in the HTML that somebody would write by hand, labels, help and all. */
export function plainForm(form: Form): string {
  return `<form novalidate>
<div class="summary" tabindex="-1" role="group" aria-labelledby="summary-title" hidden><h2 id="summary-title">有几处需要修改</h2><ul></ul></div>
${form.groups.map((group) => groupHtml(group, '')).join('\n')}
<button class="submit">提交</button>
</form>`;
}

const join = (above: string, name: string | number) => (above === '' ? `${name}` : `${above}.${name}`);
const idOf = (path: string) => path.replaceAll('.', '-');

function partHtml(part: Part, above: string, opens?: string): string {
  return isGroup(part) ? groupHtml(part, above) : fieldHtml(part, join(above, part.name), opens);
}

function groupHtml({ name, title, parts, items, when }: Group, above: string): string {
  const path = join(above, name);
  const inner = (list: readonly Part[], where: string) =>
    list.map((part) => partHtml(part, where)).join('\n');
  if (items !== undefined) {
    const item = (index: number | string) =>
      `<fieldset class="item"><legend>${title}</legend>${inner(parts, join(path, index))}<button type="button" class="remove">删除</button></fieldset>`;
    const drawn = Array.from({ length: items }, (_, index) => item(index)).join('\n');
    return `<fieldset class="list"><legend>${title}</legend>${drawn}<template>${item('NEW')}</template><button type="button" class="add">添加</button></fieldset>`;
  }
  if (when === undefined) return `<fieldset><legend>${title}</legend>${inner(parts, path)}</fieldset>`;
  const part = `${idOf(path)}-part`;
  const [question] = parts.filter((one) => one.name === when);
  const rest = parts.filter((one) => one.name !== when);
  return `<fieldset><legend>${title}</legend>${question ? partHtml(question, path, part) : ''}<fieldset id="${part}" class="part"><legend>${title}</legend>${inner(rest, path)}</fieldset></fieldset>`;
}

function fieldHtml(field: Field, path: string, opens?: string): string {
  const { title, kind, choices, required, help } = field;
  const id = idOf(path);
  const words = `${title}${required ? '' : '<span class="optional">选填</span>'}`;
  const note = help === undefined ? '' : `<p class="help" id="${id}-help">${help}</p>`;
  const described = help === undefined ? '' : ` aria-describedby="${id}-help"`;
  const box = `class="field" id="${id}-box" data-title="${title}"${required ? ' data-required' : ''}`;
  const options =
    kind === 'yes-no'
      ? [['true', '是'] as const, ['false', '否'] as const]
      : choices?.map((one) => [one, one] as const);
  if (options !== undefined && kind !== 'list') {
    const radios = options.map(
      ([value, label], index) =>
        `<label class="option"><input type="radio" id="${id}${index === 0 ? '' : `-${index}`}" name="${path}" value="${value}"${opens === undefined ? '' : ` data-opens="${opens}"${value === 'true' ? ' checked' : ''}`}> ${label}</label>`,
    );
    return `<fieldset ${box} role="radiogroup"${described}${required ? ' aria-required="true"' : ''}><legend class="label">${words}</legend>${note}${radios.join('')}</fieldset>`;
  }
  const aria = `${required ? ' aria-required="true"' : ''}${described}`;
  const control =
    options === undefined
      ? `<input id="${id}" name="${path}" type="${kind === 'date' ? 'date' : 'text'}"${rules(field)}${aria}>`
      : `<select id="${id}" name="${path}"${aria}><option value="">请选择</option>${options.map(([value]) => `<option>${value}</option>`).join('')}</select>`;
  return `<div ${box}><label class="label" for="${id}">${words}</label>${note}${control}</div>`;
}

function rules({ kind, pattern, maxLength, minimum, maximum }: Field): string {
  const number = kind === 'integer' || kind === 'number';
  return [
    number ? ` inputmode="${kind === 'integer' ? 'numeric' : 'decimal'}" data-number="${kind}"` : '',
    pattern === undefined ? '' : ` data-pattern="${pattern}"`,
    maxLength === undefined ? '' : ` data-most="${maxLength}"`,
    minimum === undefined ? '' : ` data-minimum="${minimum}"`,
    maximum === undefined ? '' : ` data-maximum="${maximum}"`,
  ].join('');
}
