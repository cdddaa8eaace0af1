import '@aidflow/elements/define';

document.addEventListener('aid-open', (event) => {
  const { case: id } = (event as CustomEvent<{ case: string }>).detail;
  location.assign(`/cases/${encodeURIComponent(id)}`);
});
