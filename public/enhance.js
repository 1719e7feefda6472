/* Makes plain forms nicer; every page works without it. */
(function () {
  'use strict';

  /* A second click on a submit button does nothing while the first is on its way. */
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method === 'dialog' || event.defaultPrevented) return;
    if (form.getAttribute('aria-busy') === 'true') return event.preventDefault();
    form.setAttribute('aria-busy', 'true');
    /* After this turn, so that the pressed button's own name and value are still sent. */
    setTimeout(function () {
      buttonsOf(form).forEach(function (button) {
        button.disabled = true;
      });
    });
  });

  /* Coming back with the browser's back button: the page is as it was left, with its buttons off. */
  addEventListener('pageshow', function () {
    document.querySelectorAll('form[aria-busy]').forEach(function (form) {
      form.removeAttribute('aria-busy');
      buttonsOf(form).forEach(function (button) {
        button.disabled = false;
      });
    });
  });

  function buttonsOf(form) {
    return Array.prototype.filter.call(form.elements, function (element) {
      return element.type === 'submit';
    });
  }

  /* A form with data-preview asks for the same page with its fields and shows the named part of the answer. */
  var timer, running;
  document.addEventListener('input', function (event) {
    var form = event.target.form;
    if (!form || !form.dataset.preview) return;
    clearTimeout(timer);
    timer = setTimeout(preview, 300, form);
  });

  function preview(form) {
    var id = form.dataset.previewTarget;
    var query = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string' && name !== 'requestId') query.append(name, value);
    });
    if (running) running.abort();
    running = new AbortController();
    fetch(form.dataset.preview + '?' + query, { signal: running.signal, headers: { Accept: 'text/html' } })
      .then(function (answer) {
        return answer.ok ? answer.text() : '';
      })
      .then(function (text) {
        var fresh = text && new DOMParser().parseFromString(text, 'text/html').getElementById(id);
        var old = document.getElementById(id);
        if (fresh && old) old.replaceWith(fresh);
      })
      .catch(function () {});
  }
})();
