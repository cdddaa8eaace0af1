const forms = () => [...document.querySelectorAll('aid-form, aid-field')];

for (const form of document.querySelectorAll('[data-value]')) {
  fetch(form.dataset.value)
    .then((response) => response.json())
    .then(async (value) => {
      form.value = value;
      if (form.dataset.state !== 'wrong') return;
      await form.updateComplete;
      const timer = setInterval(() => {
        if (form.shadowRoot?.querySelector('.field, .list') === null) return;
        clearInterval(timer);
        form.reportValidity();
        document.activeElement?.blur();
        scrollTo(0, 0);
      }, 50);
    });
}

const events = document.querySelector('.events');
for (const name of ['aid-input', 'aid-change', 'aid-submit', 'aid-invalid'])
  addEventListener(name, (event) => {
    if (name === 'aid-submit') event.preventDefault();
    events.textContent = `${name} ${JSON.stringify(event.detail)}`;
  });

for (const button of document.querySelectorAll('[data-switch]')) {
  const { switch: kind } = button.dataset;
  const set = (on) => {
    button.setAttribute('aria-pressed', String(on));
    document.documentElement.classList.toggle(kind, on);
    for (const form of forms()) {
      if (kind === 'elder') form.setAttribute('mode', on ? 'elder' : 'normal');
      else form.setAttribute('theme', on ? 'dark' : 'light');
    }
  };
  set(sessionStorage.getItem(kind) === 'on');
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') === 'false';
    sessionStorage.setItem(kind, on ? 'on' : 'off');
    set(on);
  });
}
