/** The limit without any library: the page is written in HTML, the script checks it and nothing else. */
const form = bench.place.querySelector('form');
const summary = form.querySelector('.summary');

const boxOf = (control) => control.closest('.field');

/** The control that stands for the question: the box of radio buttons, or the one control. */
const bearer = (box) => (box.matches('fieldset') ? box : box.querySelector('input, select'));

function wrong(box) {
  const controls = [...box.querySelectorAll('input, select')];
  if (controls.length === 0 || controls[0].matches(':disabled')) return '';
  const [control] = controls;
  const value =
    control.type === 'radio' ? (controls.find((one) => one.checked)?.value ?? '') : control.value.trim();
  if (value === '') return box.dataset.required === undefined ? '' : `请填写${box.dataset.title}`;
  if (control.dataset.number !== undefined) {
    const number = Number(value);
    if (Number.isNaN(number) || (control.dataset.number === 'integer' && !Number.isInteger(number)))
      return '请输入数字';
    if (number < Number(control.dataset.minimum ?? -Infinity)) return `不小于 ${control.dataset.minimum}`;
    if (number > Number(control.dataset.maximum ?? Infinity)) return `不大于 ${control.dataset.maximum}`;
  }
  if (control.dataset.pattern !== undefined && !new RegExp(control.dataset.pattern, 'u').test(value))
    return '请检查格式';
  return control.dataset.most !== undefined && value.length > Number(control.dataset.most) ? '太长' : '';
}

function show(box) {
  bench.drawn?.add(box.id);
  const message = wrong(box);
  const target = bearer(box);
  const id = `${box.id}-error`;
  box.querySelector('.error')?.remove();
  const described = (target.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one && one !== id);
  if (message === '') {
    target.removeAttribute('aria-invalid');
  } else {
    target.setAttribute('aria-invalid', 'true');
    described.push(id);
    const error = document.createElement('p');
    error.className = 'error';
    error.id = id;
    error.textContent = message;
    (box.querySelector('.help') ?? box.querySelector('.label')).after(error);
  }
  if (described.length > 0) target.setAttribute('aria-describedby', described.join(' '));
  else target.removeAttribute('aria-describedby');
  return message;
}

form.addEventListener('focusout', ({ target }) => {
  const box = boxOf(target);
  if (box) show(box);
});

form.addEventListener('input', ({ target }) => {
  const box = boxOf(target);
  if (box?.querySelector('.error')) show(box);
});

form.addEventListener('change', ({ target }) => {
  if (target.dataset.opens === undefined) return;
  const part = form.querySelector(`#${target.dataset.opens}`);
  part.hidden = target.value !== 'true';
  part.disabled = part.hidden;
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const lines = [];
  for (const box of form.querySelectorAll('.field')) {
    const message = show(box);
    if (message === '') continue;
    const line = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${bearer(box).id}`;
    link.textContent = `${box.dataset.title}：${message}`;
    link.addEventListener('click', (click) => {
      click.preventDefault();
      box.querySelector('input, select').focus();
    });
    line.append(link);
    lines.push(line);
  }
  summary.hidden = lines.length === 0;
  summary.querySelector('ul').replaceChildren(...lines);
  if (lines.length > 0) summary.focus();
});

form.addEventListener('click', ({ target }) => {
  if (target.matches('.add')) {
    const list = target.closest('.list');
    const { content } = list.querySelector('template');
    const copy = content.cloneNode(true);
    const n = list.querySelectorAll('.item').length;
    for (const one of copy.querySelectorAll('*')) {
      for (const name of ['id', 'for', 'name', 'aria-describedby', 'aria-labelledby']) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replaceAll('NEW', n));
      }
    }
    target.before(copy);
  }
  if (target.matches('.remove')) target.closest('.item').remove();
});

function fill(value, pointer = '') {
  for (const [key, inner] of Object.entries(value)) {
    const name = pointer === '' ? key : `${pointer}.${key}`;
    if (typeof inner === 'object') fill(inner, name);
    else {
      for (const control of form.querySelectorAll(`[name="${name}"]`)) {
        if (control.type === 'radio') control.checked = control.value === String(inner);
        else control.value = String(inner);
      }
    }
  }
}

fill(bench.value({}));
bench.ready({
  submit: form.querySelector('.submit'),
  read: () => Object.fromEntries(new FormData(form)),
  valid: () => [...form.querySelectorAll('.field')].every((box) => wrong(box) === ''),
});
