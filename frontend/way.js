// Draws the diagram of an edition in the reader's language and marks what is done, open or overdue. Without this file the
// list under it says the same.
(() => {
  'use strict';
  const MARKS = { done: '✓ ', open: '● ', late: '‼ ' };
  const OUTCOME = /^\$\{outcome == '([a-z0-9-]+)'\}$/;

  const labels = (figure, kind) => {
    const found = new Map();
    for (const label of figure.querySelectorAll(`[data-${kind}]`)) found.set(label.dataset[kind], label);
    return found;
  };

  // Names are written into the drawing before it is read, so that they are laid out like those of its author.
  const translated = (figure, xml) => {
    const drawing = new DOMParser().parseFromString(xml, 'application/xml');
    const steps = labels(figure, 'label');
    const outcomes = labels(figure, 'outcome');
    for (const element of drawing.querySelectorAll('[id]')) {
      const label = steps.get(element.id) || steps.get(element.id.split('.')[0]);
      if (label && element.hasAttribute('name')) {
        element.setAttribute('name', (MARKS[label.dataset.state] || '') + label.textContent.trim());
      } else if (element.localName === 'sequenceFlow') {
        const outcome = outcomes.get((OUTCOME.exec(element.textContent.trim()) || [])[1]);
        if (outcome) element.setAttribute('name', outcome.textContent.trim());
      } else if (element.localName.endsWith('Event')) {
        element.removeAttribute('name');
      }
    }
    return new XMLSerializer().serializeToString(drawing);
  };

  const draw = async (figure) => {
    const answer = await fetch(figure.dataset.diagram, { credentials: 'same-origin' });
    if (!answer.ok) return;
    figure.hidden = false;
    const viewer = new BpmnJS({ container: figure.querySelector('[data-canvas]') });
    await viewer.importXML(translated(figure, await answer.text()));
    const canvas = viewer.get('canvas');
    for (const [step, label] of labels(figure, 'label')) {
      if (label.dataset.state && viewer.get('elementRegistry').get(step)) {
        canvas.addMarker(step, `is-${label.dataset.state}`);
      }
    }
    const fit = () => canvas.zoom('fit-viewport', 'auto');
    const begin = () => {
      fit();
      if (canvas.zoom() < 0.6) {
        canvas.zoom(0.6, { x: 0, y: 0 });
        const here = figure.querySelector('[data-state=late], [data-state=open]');
        if (here) canvas.scrollToElement(here.dataset.label, 60);
      }
    };
    begin();
    for (const button of figure.querySelectorAll('[data-zoom]')) {
      button.addEventListener('click', () => {
        if (button.dataset.zoom === 'fit') fit();
        else canvas.zoom(canvas.zoom() * (button.dataset.zoom === 'in' ? 1.25 : 0.8));
      });
    }
    figure.dataset.drawn = 'yes';
  };

  for (const figure of document.querySelectorAll('[data-diagram]')) draw(figure);
})();
