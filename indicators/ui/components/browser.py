"""State of the browser: the width of the charts, light or dark, what is in sight, and the keyboard focus."""

from __future__ import annotations

from typing import Final

import streamlit as st

from indicators.ui import state

_ENOUGH: Final = 600
"""The minimum width in pixels for labels at the ends of lines."""
# A report interrupts the run of the script, and Streamlit forgets the press of a button if that run was its answer. So
# reports wait until what the user did is answered.
_PATIENCE: Final = """
let pressed = 0;  // kept while the component is made anew
const watchUser = () => {
  const press = () => { pressed = Date.now(); };
  const ways = ['pointerdown', 'pointerup', 'keydown'];
  ways.forEach(way => document.addEventListener(way, press, true));
  return {
    isAnswered: () => {
      const app = document.querySelector('[data-testid="stApp"]');
      if (pressed && (Date.now() - pressed < 300 || app?.dataset.testScriptState === 'running')) return false;
      pressed = 0;
      return true;
    },
    leave: () => ways.forEach(way => document.removeEventListener(way, press, true)),
  };
};
"""
_WATCH: Final = (
    _PATIENCE
    + """
export default function ({ data, parentElement, setStateValue }) {
  const user = watchUser();
  let narrow = data.narrow, charts = data.charts, ground = data.ground, waiting = null;
  const app = document.querySelector('[data-testid="stApp"]');
  (parentElement.host ?? parentElement).dataset.drawnFor = `${narrow ? 'narrow' : 'wide'} ${ground}`;
  const lookAtGround = () => {
    const [red, green, blue] = (getComputedStyle(app).backgroundColor.match(/[\\d.]+/g) ?? [255, 255, 255]).map(Number);
    const now = 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? 'dark' : 'light';
    if (now !== ground) {
      ground = now;
      setStateValue('ground', now);
    }
  };
  const fitPaper = () => {  // charts keep the width of the screen on paper, of which about 700 pixels are printed
    const room = document.querySelector('[data-testid="stMainBlockContainer"] > *')?.clientWidth || 1000;
    document.documentElement.style.setProperty('--of-paper', Math.min(1, 700 / room));
  };
  addEventListener('beforeprint', fitPaper);
  const lookAtCharts = () => {
    const seen = {};
    for (const chart of document.querySelectorAll('[data-testid="stPlotlyChart"]')) {
      const element = chart.closest('[class*="st-key-"]');
      const name = [...element?.classList ?? []].find(name => name.startsWith('st-key-'));
      if (name && chart.clientWidth > 0) seen[name] = chart.clientWidth < data.enough;
    }
    const now = { ...charts, ...seen };
    const differs = Object.keys(seen).some(name => seen[name] !== (charts[name] ?? narrow));
    charts = now;
    if (differs) setStateValue('charts', now);
  };
  const look = () => {
    if (document.querySelector('[role="dialog"]')) return;  // a rerun would close it, so wait
    if (!user.isAnswered()) return soon();
    const isNarrow = window.innerWidth < data.enough;
    if (isNarrow !== narrow) {
      narrow = isNarrow;
      setStateValue('narrow', narrow);
    }
    lookAtCharts();
    if (app) lookAtGround();
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(look, 120); };
  const sizes = new ResizeObserver(soon), pages = new MutationObserver(soon);
  sizes.observe(document.body);
  pages.observe(document.body, { childList: true, subtree: true });
  const grounds = new MutationObserver(soon);
  if (app) grounds.observe(app, { attributes: true, attributeFilter: ['class'] });
  soon();
  return () => {
    clearTimeout(waiting);
    user.leave();
    removeEventListener('beforeprint', fitPaper);
    [sizes, pages, grounds].forEach(one => one.disconnect());
  };
}
"""
)
_watcher = st.components.v2.component("indicators_viewport", js=_WATCH)


def watch_viewport() -> None:
    """Rerun the page when it or a chart becomes narrow or wide, or when the browser switches between light and dark.

    Streamlit redraws its own elements in the other theme without a rerun; charts get their colours in Python.
    """
    seen = st.session_state.get(state.VIEWPORT) or {}
    data = {
        "narrow": state.is_narrow(), "charts": seen.get("charts") or {}, "ground": state.get_ground(),
        "enough": _ENOUGH,
    }  # fmt: skip
    _watcher(
        key=state.VIEWPORT, data=data, default={"narrow": state.is_phone(), "charts": {}, "ground": ""},
        on_narrow_change=lambda: None, on_charts_change=lambda: None, on_ground_change=lambda: None,
    )  # fmt: skip


_SEARCH: Final = """
const isRunning = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'running';
const ENTER = '\\n', findName = box => [...box.classList].find(name => name.startsWith('st-key-search-in-'));
let opening = null, waiting = null, assuring = null, early = null, ask = null;  // kept while the component is made anew
const focus = (selector, tries, isDrawn) => {  // and put in what was typed before the box was there
  const box = document.querySelector(selector);
  clearTimeout(waiting);
  if (!box || !isDrawn()) {
    if (!tries) early = null;
    if (early === null) return;  // the user went on to something else
    if (!box && tries % 20 === 0 && !isRunning()) ask();  // a rerun at the same moment can swallow the first time
    waiting = setTimeout(focus, 100, selector, tries - 1, isDrawn);
    return;
  }
  box.focus();
  if (early) document.execCommand('insertText', false, early.replace(ENTER, ''));  // as if it were typed now
  if (early?.endsWith(ENTER)) open(findName(box.closest('[class*="st-key-search-in-"]')), 300);
  early = null;
};
const assure = (name, tries) => {  // a rerun at the same moment can also swallow what was typed: ask again
  clearTimeout(assuring);
  const box = document.querySelector(`.${name} input`), typed = box?.value ?? '';
  const found = document.querySelector(`.${name} [class*="st-key-found-for-${[...typed].length}-letters"]`);
  if (!typed.trim() || found || !tries) return;
  if (!isRunning() && box.closest('[role="dialog"]')) ask();  // drawn again, it answers what is in the box
  else if (!isRunning() && document.activeElement === box) {
    document.execCommand('insertText', false, ' ');
    document.execCommand('delete');
  }
  clearTimeout(assuring);  // which the event of typing has set
  assuring = setTimeout(assure, 2000, name, tries - 1);
};
const open = (name, tries) => {  // what was found, once that is the answer to all that was typed
  clearTimeout(opening);
  const box = document.querySelector(`.${name}`), typed = [...box?.querySelector('input')?.value ?? ''].length;
  const found = box?.querySelector(`[class*="st-key-found-for-${typed}-letters"]`);
  if (found && !isRunning()) found.querySelector('a[href]')?.click();
  else if (box && tries) opening = setTimeout(open, 100, name, tries - 1);
};
export default function ({ setTriggerValue }) {
  ask = () => setTriggerValue('asked', true);
  const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], ' +
    '[role="combobox"], [data-testid="stDataFrame"]';
  const keep = event => {
    const key = { Backspace: '', Enter: ENTER }[event.key] ?? event.key;
    if (key.length > 1) return;
    event.preventDefault();
    early = key ? early.replace(ENTER, '') + key : early.slice(0, -1);
  };
  const press = event => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const isInField = target.isContentEditable || target.closest?.(fields);
    if (early !== null && !isInField && event.key !== 'Escape') return keep(event);
    early = null;
    if (event.key !== '/' || isInField || document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    early = '';
    const home = '.st-key-search-in-home';
    if (document.querySelector(home)) return focus(`${home} input`, 100, () => true);
    ask();
    focus('[role="dialog"] input', 599, () => !isRunning());
  };
  const walk = event => {
    const box = event.target.closest?.('[class*="st-key-search-in-"]');
    if (!box || event.isComposing) return;
    const isInput = event.target.matches('input'), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isInput && event.key === 'Enter') {
      open(findName(box), 100);
    } else if (step && !(isInput && step < 0)) {
      event.preventDefault();
      const links = [...box.querySelectorAll('a[href]:not([href*="indicator?"])')];
      (links[links.indexOf(event.target) + step] ?? (step < 0 ? box.querySelector('input') : null))?.focus();
    }
  };
  const type = event => {
    const box = event.target.closest?.('[class*="st-key-search-in-"]');
    if (!box) return;
    clearTimeout(assuring);
    assuring = setTimeout(assure, 2000, findName(box), 10);
  };
  const handle = event => { press(event); walk(event); };
  document.addEventListener('keydown', handle);
  document.addEventListener('input', type);
  return () => {
    document.removeEventListener('keydown', handle);
    document.removeEventListener('input', type);
  };
}
"""
_ASKED: Final = "search asked for"
_searcher = st.components.v2.component("indicators_search", js=_SEARCH)


def watch_search_key() -> bool:
    """Whether the user pressed ``/`` outside of a field; where the home page's box is shown, it gets the focus."""
    _searcher(key="search key", on_asked_change=lambda: st.session_state.update({_ASKED: True}))
    return bool(st.session_state.pop(_ASKED, False))  # remembered, as a rerun at the same moment forgets a trigger


_TYPING: Final = (
    _PATIENCE
    + """
const states = {};  // kept while the component is made anew, which each answer does
export default function ({ data, setTriggerValue }) {
  const user = watchUser(), list = `.${data.list} input`, state = states[list] ??= { asked: '', wanted: '' };
  let waiting = null;
  const ask = () => {
    clearTimeout(waiting);
    if (state.wanted === state.asked) return;
    if (!user.isAnswered()) waiting = setTimeout(ask, 60);
    else setTriggerValue('typed', { text: state.asked = state.wanted });
  };
  const type = event => {
    if (!event.target.closest?.(list)) return;
    state.wanted = event.target.value || state.wanted;  // the list is made whole when it is left
    ask();
  };
  const leave = event => {
    if (event.target.closest?.(list)) waiting = setTimeout(() => {
      if (document.activeElement?.closest(list)) return;  // the list was only drawn again
      state.wanted = '';
      ask();
    }, 300);
  };
  document.addEventListener('input', type, true);
  document.addEventListener('focusout', leave, true);
  ask();
  return () => {
    clearTimeout(waiting);
    user.leave();
    document.removeEventListener('input', type, true);
    document.removeEventListener('focusout', leave, true);
  };
}
"""
)
_typing = st.components.v2.component("indicators_typing", js=_TYPING)


def watch_typing(key: str) -> str:
    """Return the words being typed into the list with this key; call this before the list, in one fragment with it.

    The browser narrows a list to entries that contain the words. With the words, the list can be given others.
    """
    name = f"typing {key}"
    typed = _typing(key=name, data={"list": state.make_class(key)}, on_typed_change=lambda: None).typed
    return str(typed["text"]) if typed else ""


_SIGHT: Final = (
    _PATIENCE
    + """
export default function ({ data, parentElement, setStateValue }) {
  const place = parentElement.host ?? parentElement;
  place.leaveSight?.();  // what was watched for before, of which nobody may have said that it is over
  const user = watchUser();
  let waiting = null;
  const report = () => {
    clearTimeout(waiting);
    if (!place.isConnected) return user.leave();  // the page was left, and nobody said so
    const isFree = user.isAnswered();
    if (isFree) setStateValue('seen', data.name);
    waiting = setTimeout(report, isFree ? data.rest : 120);  // again, should another run have interrupted the answer
  };
  const watcher = new IntersectionObserver(seen => {
    if (seen.some(one => one.isIntersecting)) {
      watcher.disconnect();
      clearTimeout(waiting);
      report();
    }
  }, { root: place.closest('[data-testid="stMain"]'), rootMargin: `${data.ahead}px` });
  if (data.seen !== data.name) {
    watcher.observe(place);
    waiting = setTimeout(report, data.rest);  // who prints the page without scrolling gets all of it
  }
  place.leaveSight = () => { clearTimeout(waiting); watcher.disconnect(); user.leave(); };
  return place.leaveSight;
}
"""
)
_sight = st.components.v2.component("indicators_sight", js=_SIGHT)
_AHEAD: Final = 800
"""How many pixels before something comes into sight it is drawn."""
_AT_REST: Final = 2500
"""After how many milliseconds it is drawn anyway."""


def watch_sight(name: str, *, key: str, ahead: int = _AHEAD) -> bool:
    """Whether the place of this call has been in sight since it had this name; it then draws again.

    Without that it is drawn when the page has been at rest for a while, so that it is there when the page is printed.

    Args:
        name: What is drawn at this place.
        key: Its key on the page.
        ahead: How many pixels before it comes into sight it counts as there.
    """
    seen = (st.session_state.get(key) or {}).get("seen", "")
    data = {"name": name, "seen": seen, "ahead": ahead, "rest": _AT_REST}
    return bool(_sight(key=key, data=data, default={"seen": ""}, on_seen_change=lambda: None).seen == name)


_KEEP: Final = """
export default function () {
  let focused = null, waiting = null;
  const remember = event => { focused = event.target.closest?.('button'); };
  const forget = () => { waiting = null; };  // the user went on meanwhile
  const changes = new MutationObserver(seen => {
    for (const { target } of seen) {
      if (target.disabled && target === focused) waiting = target;
      if (!target.disabled && target === waiting) {
        waiting = null;
        target.focus();
      }
    }
  });
  changes.observe(document.body, { attributes: true, subtree: true, attributeFilter: ['disabled'] });
  const going = ['keydown', 'pointerdown'];
  document.addEventListener('focusin', remember);
  going.forEach(way => document.addEventListener(way, forget, true));
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', remember);
    going.forEach(way => document.removeEventListener(way, forget, true));
  };
}
"""
_keeper = st.components.v2.component("indicators_focus", js=_KEEP)


def keep_focus() -> None:
    """Give the focus back to a download button that lost it while its file was prepared, unless the user moved on.

    Streamlit disables the button meanwhile, and a keyboard user would start again at the top of the dialog. Call this
    in the dialog of the button, since an empty element takes space.
    """
    _keeper(key="focus")


_COPY: Final = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector('button') ?? parentElement.appendChild(document.createElement('button'));
  button.type = 'button';
  button.textContent = data.label;
  button.onclick = async () => {
    const field = document.createElement('textarea');  // where the page is not served securely there is no clipboard
    field.value = data.text;
    button.append(field);
    field.select();
    const copied = await (navigator.clipboard?.writeText(data.text).then(() => true, () => false) ?? false);
    if (copied || document.execCommand('copy')) button.textContent = data.done;
    field.remove();
    button.focus();
  };
}
"""
_COPY_STYLE: Final = """
.st-key-copy button {
  font: inherit; font-size: 0.875rem; color: inherit; background: none; cursor: pointer; min-height: 2.5rem;
  padding: 0.25rem 0.75rem; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
.st-key-copy button:is(:hover, :focus-visible) { border-color: var(--st-primary-color); outline: none; }
.st-key-copy textarea { position: absolute; opacity: 0; height: 0; }
"""
_copier = st.components.v2.component("indicators_copy", js=_COPY, css=_COPY_STYLE, isolate_styles=False)


def show_copy_button(text: str, *, label: str, done: str) -> None:
    """Show a button that copies a text; then it says so."""
    _copier(key="copy", data={"text": text, "label": label, "done": done})
