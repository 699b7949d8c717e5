"""The browser's part of a grid: what draws the table, and how it looks."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
.jumps {
  position: sticky; top: 3.4rem; z-index: 2; display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.25rem 0;
  background: var(--st-background-color); font-size: 0.875rem; line-height: 1.75;
}
.jumps:is([hidden]) { display: none; }
.jumps button { all: unset; cursor: pointer; color: var(--st-link-color); text-decoration: underline; }
.jumps button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
.grid { overflow-x: auto; container-type: inline-size; font-size: 0.875rem; line-height: 1.35; }
.grid section { content-visibility: auto; }
.grid h4 { font-size: 1rem; font-weight: 600; margin: 0; padding: 1.25rem 0 0.25rem; scroll-margin-top: 5.5rem; }
.grid h4:focus { outline: none; }
.grid table { border-collapse: collapse; width: 100%; margin: 0; }
.grid table.fixed { table-layout: fixed; min-width: 60rem; }
.grid :is(td, th) {
  padding: 0.3rem 0.5rem; text-align: left; font-weight: 400; vertical-align: baseline; overflow-wrap: break-word;
  border: 0; border-bottom: 1px solid color-mix(in srgb, currentColor 13%, transparent);
}
.grid thead th {
  font-weight: 600; vertical-align: bottom; border-bottom-color: color-mix(in srgb, currentColor 40%, transparent);
}
.grid :is(td, th).number { text-align: right; }
.grid :is(td, th):first-child {
  position: sticky; left: 0; z-index: 1; background: var(--st-background-color); padding-left: 0;
}
.grid td:has(svg) { vertical-align: middle; }
.grid small { display: block; font-size: 0.75rem; opacity: 0.8; }
.grid a { color: var(--st-link-color); }
.grid button {
  all: unset; padding-block: 0.2rem; cursor: pointer; font-weight: 600; text-decoration: underline dotted;
}
.grid :is(a, button, td, th):focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
.grid svg { display: block; overflow: visible; width: 100%; max-width: 7rem; height: 1.4rem; }
.grid svg path { fill: none; stroke: currentColor; stroke-width: 1.4; vector-effect: non-scaling-stroke; }
.grid svg .zero { stroke-width: 1; opacity: 0.25; }
.grid svg .ahead { stroke-dasharray: 2 2; }
.grid svg .end { stroke-width: 4; stroke-linecap: round; }
@media (max-width: 40rem) {
  .jumps { flex-wrap: nowrap; overflow-x: auto; top: 0; white-space: nowrap; }
}
@container (max-width: 36rem) {
  .grid .further { display: none; }
  .grid table.fixed { min-width: 0; table-layout: auto; }
  .grid :is(td, th) { padding-inline: 0.3rem; }
}
@media print {
  .jumps { display: none; }
  .grid { overflow: visible; container-type: normal; font-size: 0.7rem; } .grid section { content-visibility: visible; }
  .grid table.fixed { min-width: 0; }
  .grid tr { break-inside: avoid; } .grid :is(h4, thead) { break-after: avoid; }
  .grid small { font-size: 0.65rem; } .grid :is(td, th) { padding: 0.15rem 0.3rem; position: static !important; }
}
"""

SCRIPT: Final = """
const WIDTH = 100, HEIGHT = 20;  // of a line
const ROW = 38, HEAD = 80, LEAST_ROW = 29;  // pixels, about
const NARROW = 576;  // pixels, below which the width of a column depends on its rows
const PAUSE = 30;  // milliseconds in which the browser shows what is on the screen before the rest is made
const FEWEST = 3;  // sections to jump to
const escape = text => String(text ?? '').replace(/[&<>"']/g, one => `&#${one.charCodeAt(0)};`);

const draw = ([values, ahead, words]) => {
  const known = values.filter(value => value !== null);
  const low = Math.min(...known), high = Math.max(...known), last = values.length - 1;
  const x = place => (place / Math.max(last, 1) * WIDTH).toFixed(1);
  const y = value => (high > low ? HEIGHT - (value - low) / (high - low) * HEIGHT : HEIGHT / 2).toFixed(1);
  let path = '', pen = 'M';
  const now = last - ahead;
  values.slice(0, now + 1).forEach((value, place) => {
    path += value === null ? '' : `${pen}${x(place)} ${y(value)}`;
    pen = value === null ? 'M' : 'L';
  });
  const zero = low < 0 && high > 0 ? `<path class="zero" d="M0 ${y(0)}H${WIDTH}"/>` : '';
  const dashed = ahead ? `<path class="ahead" d="M${x(now)} ${y(values[now])}L${x(last)} ${y(values[last])}"/>` : '';
  const end = `<path class="end" d="M${x(now)} ${y(values[now])}h0"/>`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${escape(words)}">` +
    `${zero}<path d="${path}"/>${dashed}${end}</svg>`;
};

const fill = ([text, link, below, , , trend]) => {
  if (trend) return draw(trend);
  const shown = escape(text), elsewhere = /^https?:/.test(link) ? ' target="_blank" rel="noreferrer"' : '';
  return (link ? `<a href="${escape(link)}"${elsewhere}>${shown}</a>` : shown) +
    (below ? `<small>${escape(below)}</small>` : '');
};

const compare = (place, sign) => (one, other) => {
  const a = one[place], b = other[place], x = a[3] ?? null, y = b[3] ?? null;
  if ((x === null) !== (y === null)) return x === null ? 1 : -1;  // what is missing comes last either way
  return sign * (x !== null ? x - y : String(a[0] ?? '').localeCompare(String(b[0] ?? '')));
};

export default function ({ data, parentElement }) {
  const { name, columns, sections } = JSON.parse(new TextDecoder().decode(data));
  let root = parentElement.querySelector('.grid'), jumps = parentElement.querySelector('.jumps');
  if (!root) {
    jumps = parentElement.appendChild(document.createElement('nav'));
    jumps.className = 'jumps';
    root = parentElement.appendChild(document.createElement('div'));
    root.className = 'grid';
  }
  const order = root.order ?? { label: '', sign: 1 };
  const classes = columns.map(([, , number, main]) => `${number ? 'number' : ''}${main ? '' : ' further'}`.trim());
  const mark = at => classes[at] ? ` class="${classes[at]}"` : '';

  const write = () => {
    const sorted = columns.findIndex(([label]) => label === order.label);
    const heads = columns.map(([label, help, , , sortable, width, below, link], at) => {
      const way = at === sorted ? ` aria-sort="${order.sign > 0 ? 'ascending' : 'descending'}"` : '';
      const arrow = at !== sorted ? '' : order.sign > 0 ? ' ↑' : ' ↓';
      const shown = sortable
        ? `<button type="button" data-sort="${at}">${escape(label)}${arrow}</button>`
        : link ? `<a href="${escape(link)}">${escape(label)}</a>` : escape(label);
      const style = width ? ` style="width: ${width}%"` : '';
      return `<th role="columnheader" scope="col"${mark(at)}${way}${style} title="${escape(help)}">${shown}` +
        `${below ? `<small>${escape(below)}</small>` : ''}</th>`;
    }).join('');
    const fixed = columns.some(column => column[5]) ? ' class="fixed"' : '';
    const composeRows = rows => rows.map(row => '<tr role="row">' + row.map((cell, at) => {
      const style = cell[4] ? ` style="background-color: ${escape(cell[4])}"` : '';
      return at ? `<td role="gridcell"${mark(at)}${style}>${fill(cell)}</td>`
        : `<th role="rowheader" scope="row"${mark(at)}>${fill(cell)}</th>`;
    }).join('') + '</tr>').join('');
    const sort = rows => sorted < 0 ? rows : [...rows].sort(compare(sorted, order.sign));
    const compose = ([heading, rows], most = Infinity) => {
      const height = `style="contain-intrinsic-height: auto ${rows.length * ROW + HEAD}px"`;  // until it is in sight
      return `<section ${height}>${heading ? `<h4 tabindex="-1">${escape(heading)}</h4>` : ''}` +
        `<table role="grid"${fixed} aria-label="${escape(heading || name)}"><thead role="rowgroup">` +
        `<tr role="row">${heads}</tr></thead>` +
        `<tbody role="rowgroup">${composeRows(sort(rows).slice(0, most))}</tbody></table></section>`;
    };
    const [first, ...others] = sections;
    const height = root.offsetHeight, isSteady = others.length && root.clientWidth > NARROW;
    const screen = isSteady ? innerHeight - root.getBoundingClientRect().top : Infinity;
    const most = Math.max(1, Math.ceil(screen / LEAST_ROW));  // rows on the screen
    clearTimeout(root.waiting);
    root.style.minHeight = others.length ? `${height}px` : '';  // the page keeps its place meanwhile
    root.innerHTML = first ? compose(first, most) : '';
    prepare(root);
    if (others.length) root.waiting = setTimeout(() => {
      root.querySelector('tbody').insertAdjacentHTML('beforeend', composeRows(sort(first[1]).slice(most)));
      root.insertAdjacentHTML('beforeend', others.map(one => compose(one)).join(''));
      root.style.minHeight = '';
      prepare(root);
    }, PAUSE);
  };
  const prepare = root => {
    root.querySelectorAll('a, button').forEach(one => { one.tabIndex = -1; });
    root.querySelectorAll('table').forEach(table => {
      (table.querySelector('a, button') ?? table.querySelector('th, td')).tabIndex = 0;
    });
  };

  const focus = cell => {
    const target = cell?.querySelector('a, button') ?? cell;
    if (!target) return;
    target.closest('table').querySelectorAll('[tabindex="0"]').forEach(one => { one.tabIndex = -1; });
    target.tabIndex = 0;
    target.focus();
  };
  const move = event => {
    const cell = event.target.closest('td, th');
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!cell || !steps || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...cell.closest('table').rows], row = rows.indexOf(cell.parentElement) + steps[0];
    const next = rows[row]?.cells[cell.cellIndex + steps[1]];
    if (next) { event.preventDefault(); focus(next); }
  };
  const click = event => {
    const button = event.target.closest('[data-sort]'), link = event.target.closest('a');
    if (button) {
      const label = columns[button.dataset.sort][0];
      order.sign = order.label === label ? -order.sign : columns[button.dataset.sort][2] ? -1 : 1;
      order.label = label;
      root.order = order;
      write();
      focus(root.querySelector(`[data-sort="${button.dataset.sort}"]`).closest('th'));
    } else if (link && !link.target && !(event.ctrlKey || event.metaKey || event.shiftKey || event.button)) {
      event.preventDefault();  // the page changes in place, and Back leads here: Streamlit opens what the history says
      history.pushState({}, '', link.href);
      window.dispatchEvent(new PopStateEvent('popstate'));
      document.querySelector('[data-testid=stMain]').scrollTo(0, 0);
    }
  };
  jumps.hidden = sections.length < FEWEST;
  jumps.ariaLabel = name;
  jumps.innerHTML = jumps.hidden ? '' : sections.map(([heading], at) =>
    `<button type="button" data-to="${at}">${escape(heading)}</button>`).join('');
  jumps.onclick = event => {
    const heading = root.querySelectorAll('section')[event.target.dataset.to]?.querySelector('h4');
    const go = () => heading?.scrollIntoView();
    go();
    [50, 150].forEach(after => setTimeout(go, after));  // what is drawn on the way is higher than was expected
    heading?.focus({ preventScroll: true });
  };
  root.onclick = click;
  root.onkeydown = move;
  write();
}
"""
