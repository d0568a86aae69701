// What pages need beyond plain HTML. Everything works without this file; it only makes waiting and returning easier.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('has-script');

  // A file that is too large is told before it is sent: on a slow line that saves minutes.
  const tooLarge = (field) => [...field.files].some((file) => file.size > Number(field.dataset.most));
  const told = (field) => {
    const note = document.querySelector(`[data-too-large="${CSS.escape(field.name)}"]`);
    if (note) note.hidden = !tooLarge(field);
    return tooLarge(field);
  };
  for (const field of document.querySelectorAll('input[data-most]')) field.addEventListener('change', () => told(field));
  document.addEventListener('submit', (event) => {
    for (const field of event.target.querySelectorAll('input[data-most]')) {
      if (told(field)) {
        event.preventDefault();
        field.focus();
      }
    }
  }, { capture: true });

  // A form that is being sent says so, and cannot be sent twice by an impatient finger.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
    const button = event.submitter;
    setTimeout(() => {
      for (const each of form.querySelectorAll('button[type=submit]')) each.setAttribute('aria-disabled', 'true');
      if (button) button.classList.add('is-busy');
    });
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });

  // The error summary takes the focus, so that a screen reader and a tired eye begin there.
  const summary = document.querySelector('[data-takes-focus]');
  if (summary) summary.focus();

  // On a phone the tabs of a case lie beside each other: the one that is open is brought into view.
  for (const tabs of document.querySelectorAll('.tabs')) {
    const openTab = tabs.querySelector('[aria-current]');
    if (!openTab) continue;
    const [row, tab] = [tabs.getBoundingClientRect(), openTab.getBoundingClientRect()];
    tabs.scrollLeft += tab.x + tab.width / 2 - (row.x + row.width / 2);
  }

  // Buttons that print the page; hidden where there is no script.
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // "Show only if" parts: <div data-when="field=value|value">.
  const parts = document.querySelectorAll('[data-when]');
  const refresh = () => {
    for (const part of parts) {
      const [name, wanted] = part.dataset.when.split('=');
      const values = wanted.split('|');
      const chosen = [...document.querySelectorAll(`[name="${CSS.escape(name)}"]`)].some((field) =>
        field.type === 'radio' || field.type === 'checkbox'
          ? field.checked && values.includes(field.value)
          : values.includes(field.value));
      part.hidden = !chosen;
    }
  };
  if (parts.length) {
    document.addEventListener('change', refresh);
    refresh();
  }

  // What is typed stays if the page is left by mistake.
  let dirty = false;
  document.addEventListener('input', (event) => {
    if (event.target.closest('form[data-keep]')) dirty = true;
  });
  document.addEventListener('submit', () => { dirty = false; });
  window.addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault();
  });
})();
