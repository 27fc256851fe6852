import { addressOf, apiOf } from './address.ts';
import { createSuggest } from './client.ts';
import { createList } from './list.ts';
import { initialState, reduce, type Action, type Option } from './state.ts';
import { adoptStyle } from './style.ts';

/** Milliseconds of silence after which what was typed is asked about. */
const PAUSE = 120;

/**
 * `<dateline-search api="https://…">` around a search form: suggests people, organizations, places
 * and updates while somebody types. Without a script, or while Dateline is away, the form just searches.
 */
export class DatelineSearch extends HTMLElement {
  #stop: AbortController | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
    if (!form || !input) return;
    adoptStyle(this.getRootNode() as Document | ShadowRoot);
    this.#stop = new AbortController();
    enhance(this, form, input, this.#stop.signal);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }
}

function enhance(
  box: HTMLElement,
  form: HTMLFormElement,
  input: HTMLInputElement,
  signal: AbortSignal,
): void {
  const suggest = createSuggest(apiOf(box.getAttribute('api'), form.action));
  const go = (option: Option) => location.assign(addressOf(option, form.action));
  const list = createList(box, input, go);
  let state = initialState;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const dispatch = (action: Action) => list.show((state = reduce(state, action)));
  const ask = async (query: string) => {
    const options = await suggest(query);
    if (options && !signal.aborted) dispatch({ type: 'answered', query, options });
  };
  const onInput = () => {
    const query = input.value;
    dispatch({ type: 'typed', query });
    clearTimeout(pause);
    if (query.trim() !== '') pause = setTimeout(() => void ask(query), PAUSE);
  };
  const onKey = (event: KeyboardEvent) => {
    const action = actionOf(event, state.open);
    const chosen = state.options[state.active];
    if (action) dispatch(action);
    else if (event.key === 'Enter' && !event.isComposing && state.open && chosen) go(chosen);
    else return;
    event.preventDefault();
  };

  input.addEventListener('input', onInput, { signal });
  input.addEventListener('keydown', onKey, { signal });
  input.addEventListener('focus', () => dispatch({ type: 'opened' }), { signal });
  input.addEventListener('blur', () => dispatch({ type: 'closed' }), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(pause);
    list.remove();
  });
}

/** What a key does to the list; keys of an unfinished composition (Japanese, accents) do nothing. */
function actionOf({ key, isComposing }: KeyboardEvent, open: boolean): Action | undefined {
  if (isComposing) return undefined;
  if (key === 'ArrowDown') return { type: 'moved', by: 1 };
  if (key === 'ArrowUp') return { type: 'moved', by: -1 };
  if (key === 'Escape' && open) return { type: 'closed' };
  return undefined;
}
