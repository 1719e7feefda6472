/* Makes plain forms nicer; every page works without it. */
(() => {
  const submits = (form) => [...form.elements].filter((one) => one.type === 'submit');
  const free = (form) => {
    form.removeAttribute('aria-busy');
    for (const button of submits(form)) button.disabled = false;
  };

  /* A second click does nothing while the first is on its way. */
  addEventListener('submit', (event) => {
    const form = event.target;
    if (form.ariaBusy === 'true') return event.preventDefault();
    form.setAttribute('aria-busy', 'true');
    /* After this turn, so that the pressed button's own value is still sent. */
    setTimeout(() => {
      for (const button of submits(form)) button.disabled = true;
    });
  });

  /* The back button shows the page as it was left. */
  addEventListener('pageshow', () => document.querySelectorAll('form[aria-busy]').forEach(free));

  /* A form with data-preview asks for that address with its fields and shows the named part of the answer. */
  let timer, running;
  addEventListener('input', ({ target: { form } }) => {
    if (!form?.dataset.preview) return;
    clearTimeout(timer);
    timer = setTimeout(preview, 300, form);
  });

  async function preview(form) {
    const { preview: address, previewTarget: id } = form.dataset;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && name !== 'requestId') query.append(name, value);
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(`${address}?${query}`, { signal: running.signal, headers: { Accept: 'text/html' } });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
      if (fresh) document.getElementById(id)?.replaceWith(fresh);
    } catch {
      /* Aborted by newer input, or no signal: the page stays as it is. */
    }
  }
})();
