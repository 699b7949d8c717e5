"""The browser's part of the list of countries: what finds, shows and takes them, and how it looks."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
.st-key-area-picker p { display: flex; justify-content: space-between; }
.picker { position: relative; font-size: 1rem; line-height: 1.6; }
.picker .box {
  display: flex; align-items: center; min-height: 2.5rem; box-sizing: border-box; cursor: text;
  padding-right: 0.25rem; background: var(--st-secondary-background-color);
  border: 1px solid var(--st-widget-border-color, var(--st-border-color)); border-radius: var(--st-base-radius);
}
.picker .box:focus-within { border-color: var(--st-primary-color); }
.picker .chosen {
  display: flex; flex-wrap: wrap; flex: 1; gap: 0.25rem; padding: 0.25rem; min-width: 0; max-height: 50vh;
  overflow-y: auto;
}
.picker .tags { display: contents; }
.picker .tag {
  display: inline-flex; align-items: center; max-width: 100%; box-sizing: border-box; padding-left: 0.5rem;
  font-size: 0.875rem; border-radius: var(--st-base-radius);
  background: color-mix(in srgb, currentColor 12%, transparent);
}
.picker .tag span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.picker button { all: unset; cursor: pointer; text-align: center; min-width: 1.5rem; line-height: 1.5rem; flex: none; }
.picker button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: -2px; }
.picker input {
  all: unset; flex: 1; min-width: 3rem; font-size: 0.875rem; line-height: 1.5rem; padding-left: 0.25rem;
}
.picker input::placeholder { color: inherit; opacity: 0.75; }
.picker .found {
  position: absolute; z-index: 100; top: calc(100% + 0.25rem); left: 0; right: 0; margin: 0; padding: 0.25rem;
  max-height: min(19rem, 60vh); overflow-y: auto; box-sizing: border-box; list-style: none;
  background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color);
  border-radius: var(--st-base-radius); box-shadow: 0 4px 16px rgb(0 0 0 / 16%);
}
.picker .found:is([hidden]) { display: none; }
.picker .found li { margin: 0; padding: 0.25rem 0.5rem; font-size: 0.875rem; cursor: pointer; overflow-wrap: anywhere; }
.picker .found li[aria-selected=true] { background: color-mix(in srgb, currentColor 12%, transparent); }
"""

SCRIPT: Final = """
const PAUSE = 150;  // milliseconds after the last key
const MOST = 100;  // entries drawn at once; scrolling to the end draws more
const escape = text => String(text).replace(/[&<>"']/g, one => `&#${one.charCodeAt(0)};`);
let pickers = 0;

const build = parent => {
  const id = `picker-${pickers++}`;
  parent.insertAdjacentHTML('beforeend', `<div class="picker"><div class="box"><div class="chosen">` +
    `<span class="tags" role="group"></span><input role="combobox" type="text" autocomplete="off" spellcheck="false" ` +
    `aria-autocomplete="list" aria-expanded="false" aria-controls="${id}"></div><button type="button" class="clear">×` +
    `</button></div><ul class="found" role="listbox" id="${id}" hidden></ul>` +
    `<div class="found none" role="status" hidden></div></div>`);
  const root = parent.querySelector('.picker'), find = name => root.querySelector(name);
  root.state = {
    input: find('input'), tags: find('.tags'), list: find('ul'), none: find('.none'), clear: find('.clear'),
    chosen: [], count: 0, found: [], active: -1, drawn: 0, waiting: null, typing: false,
  };
  return root;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const { entries, words } = data;
  const root = parentElement.querySelector('.picker') ?? build(parentElement);
  const { state } = root, { input, tags, list, none, clear } = state;
  const folded = entries.map(([, text]) => text.toLowerCase());

  const showOne = () => {  // in the box itself, until something is typed over it
    state.typing = false;
    input.value = data.single ? state.chosen[0]?.[1] ?? '' : '';
  };
  const showChosen = () => {
    if (data.single) {
      clear.hidden = true;
      if (!state.typing) showOne();
      return;
    }
    tags.innerHTML = state.chosen.map(([, name]) => `<span class="tag"><span title="${escape(name)}">${escape(name)}` +
      `</span><button type="button" tabindex="-1" aria-label="${escape(words.remove.replace('{name}', name))}">×` +
      '</button></span>').join('');
    const buttons = tags.querySelectorAll('button');
    if (buttons.length) buttons[0].tabIndex = 0;
    clear.hidden = !buttons.length;
    input.placeholder = buttons.length ? '' : words.placeholder;
  };
  const take = chosen => {
    state.chosen = chosen;
    showChosen();
    state.count += 1;
    setTriggerValue('picked', { count: state.count, areas: chosen.map(([value]) => value) });
  };
  const drawMore = () => {
    const more = state.found.slice(state.drawn, state.drawn + MOST).map(([, text, name], place) => {
      return `<li role="option" id="${list.id}-${state.drawn + place}" aria-selected="false" aria-setsize="${
        state.found.length}" aria-posinset="${state.drawn + place + 1}">${escape(text)}${
        name ? ` → ${escape(name)}` : ''}</li>`;
    });
    list.insertAdjacentHTML('beforeend', more.join(''));
    state.drawn += more.length;
  };
  const point = place => {
    list.children[state.active]?.setAttribute('aria-selected', 'false');
    state.active = place;
    const option = list.children[place];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    list.hidden = none.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    point(-1);
  };
  const open = () => {
    const text = data.single && !state.typing ? '' : input.value.trim(), typed = text.toLowerCase();
    const taken = new Set(data.single ? [] : state.chosen.map(([value]) => value));
    // Nothing typed yet: names, without the many others that find them.
    const fits = ([, , name], at) => typed ? folded[at].includes(typed) : !name;
    state.found = entries.filter((entry, at) => !taken.has(entry[0]) && fits(entry, at));
    if (!typed) state.found.sort(([, one], [, other]) => one.localeCompare(other));
    clearTimeout(state.waiting);
    if (!state.found.length && text === data.typed) state.found = data.meant.filter(([value]) => !taken.has(value));
    else if (!state.found.length) state.waiting = setTimeout(() => setTriggerValue('asked', text), PAUSE);
    state.drawn = 0;
    list.replaceChildren();
    drawMore();
    list.scrollTop = 0;
    list.hidden = !state.found.length;
    none.hidden = !list.hidden;
    none.textContent = words.none;
    input.setAttribute('aria-expanded', String(!list.hidden));
    point(typed && state.found.length ? 0 : -1);
    if (data.single && !typed) {
      const at = state.found.findIndex(([value]) => value === state.chosen[0]?.[0]);
      while (at >= state.drawn) drawMore();
      point(at);
    }
  };
  const pick = place => {
    const [value, text, name] = state.found[place], isChosen = data.single && value === state.chosen[0]?.[0];
    close();
    if (!isChosen) take([...(data.single ? [] : state.chosen), [value, name || text]]);
    showOne();
    if (data.single) input.select();
  };
  const remove = place => {
    take(state.chosen.filter((_, at) => at !== place));
    const buttons = tags.querySelectorAll('button');
    (buttons[Math.min(place, buttons.length - 1)] ?? input).focus();
  };

  root.oninput = () => { state.typing = true; open(); };
  list.onscroll = () => { if (list.scrollTop + list.clientHeight > list.scrollHeight - 100) drawMore(); };
  root.onmousedown = event => {
    const isWhole = data.single && !state.typing;  // selected as a whole, so that typing replaces it
    if (!event.target.closest(isWhole ? 'button' : 'button, input')) event.preventDefault();  // the box keeps the focus
  };
  root.onclick = event => {
    const option = event.target.closest('li'), button = event.target.closest('button');
    if (option) pick([...list.children].indexOf(option));
    else if (button === clear) { take([]); input.focus(); }
    else if (button) remove([...tags.querySelectorAll('button')].indexOf(button));
    else if (event.target.closest('.box')) {
      input.focus();
      if (data.single && !state.typing) input.select();
      open();
    }
  };
  root.onfocusout = event => { if (!root.contains(event.relatedTarget)) { close(); showOne(); } };
  input.onkeydown = event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) return open();
      if (state.active + step >= state.drawn) drawMore();
      point(Math.max(0, Math.min(state.active + step, state.drawn - 1)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (state.active >= 0) pick(state.active);
    } else if (event.key === 'Escape') {
      if (!list.hidden || !none.hidden) event.stopPropagation();
      close();
      showOne();
    } else if (event.key === 'Backspace' && !data.single && !input.value && state.chosen.length) {
      event.preventDefault();
      take(state.chosen.slice(0, -1));
    } else if (event.key === 'ArrowLeft' && !input.value) {
      [...tags.querySelectorAll('button')].at(-1)?.focus();
    }
  };
  tags.onkeydown = event => {
    const buttons = [...tags.querySelectorAll('button')], at = buttons.indexOf(event.target);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      event.preventDefault();
      (buttons[Math.max(at + step, 0)] ?? input).focus();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(at);
    }
  };
  tags.onfocusin = event => {
    tags.querySelectorAll('button').forEach(one => { one.tabIndex = one === event.target ? 0 : -1; });
  };

  for (const [one, name] of [[input, words.label], [list, words.label], [tags, words.chosen], [clear, words.clear]]) {
    one.setAttribute('aria-label', name);
  }
  if (data.count >= state.count) {  // otherwise the user went on meanwhile
    state.count = data.count;
    state.chosen = data.chosen;
    showChosen();
  }
  if (!none.hidden) open();  // with what may be meant
}
"""
