import { initialState, type Option, type State } from './state.ts';

/** Pixels that stay free between a list and the edge of the page. */
const ROOM_BESIDE = 8;

let boxes = 0;

export interface List {
  show(state: State): void;
  remove(): void;
}

/** The list under a field and what it tells screen readers (the combobox pattern). Text only, never HTML. */
export function createList(
  box: HTMLElement,
  input: HTMLInputElement,
  choose: (option: Option) => void,
): List {
  const id = `dateline-list-${++boxes}`;
  const list = element('ul', 'dateline-list', { id, role: 'listbox', 'aria-label': 'Suggestions' });
  const said = element('div', 'dateline-said', { role: 'status' });
  list.hidden = true;
  box.append(list, said);
  asCombobox(input, id);
  // The field keeps the focus while the list is clicked.
  list.addEventListener('mousedown', (event) => event.preventDefault());

  let shown = initialState.options;
  return {
    show({ options, open, active }) {
      if (options !== shown) {
        list.replaceChildren(...options.map((option, i) => line(option, `${id}-${i}`, () => choose(option))));
        said.textContent = options === initialState.options ? '' : counted(options.length);
        shown = options;
      }
      list.hidden = !open;
      if (open) place(list, box, input);
      input.setAttribute('aria-expanded', String(open));
      point(input, list, open ? active : -1);
    },
    remove() {
      list.remove();
      said.remove();
      for (const name of COMBOBOX) input.removeAttribute(name);
    },
  };
}

const COMBOBOX = ['role', 'aria-expanded', 'aria-controls', 'aria-autocomplete', 'aria-activedescendant'];

function asCombobox(input: HTMLInputElement, listId: string): void {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', listId);
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('autocomplete', 'off');
}

/** Puts the list under the field, which may fill only a part of its box; the style says how wide it can be. */
function place(list: HTMLElement, box: HTMLElement, input: HTMLInputElement): void {
  const [field, frame, page] = [input, box, document.documentElement].map((e) => e.getBoundingClientRect());
  const leftToRight = getComputedStyle(box).direction === 'ltr';
  const lengths = {
    top: field!.bottom - frame!.top - box.clientTop,
    start: leftToRight
      ? field!.left - frame!.left - box.clientLeft
      : frame!.right - field!.right - box.clientLeft,
    width: field!.width,
    room: (leftToRight ? page!.right - field!.left : field!.right - page!.left) - ROOM_BESIDE,
  };
  for (const [name, pixels] of Object.entries(lengths))
    list.style.setProperty(`--dateline-${name}`, `${pixels}px`);
}

function point(input: HTMLInputElement, list: HTMLElement, active: number): void {
  [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
  const pointed = list.children[active];
  if (pointed) input.setAttribute('aria-activedescendant', pointed.id);
  else input.removeAttribute('aria-activedescendant');
  pointed?.scrollIntoView({ block: 'nearest' });
}

function line({ label, note }: Option, id: string, onClick: () => void): HTMLElement {
  const option = element('li', 'dateline-option', { id, role: 'option', 'aria-selected': 'false' });
  const beside = element('span', 'dateline-note', {});
  beside.textContent = note;
  const text = element('span', 'dateline-label', {});
  text.textContent = label;
  option.append(text, ' ', beside);
  option.addEventListener('click', onClick);
  return option;
}

const counted = (count: number) =>
  count === 0
    ? 'No suggestions'
    : `${count} ${count === 1 ? 'suggestion' : 'suggestions'}, arrow keys to choose`;

function element(tag: string, className: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
