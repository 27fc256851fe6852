/** One line of the list: a value to search by, or an update to open. */
export interface Option {
  kind: 'person' | 'organization' | 'place' | 'update';
  label: string;
  /** What the choice stands for: the facet's value, or the update's id. */
  value: string;
  /** What stands beside the label: how many updates, or when. */
  note: string;
}

export interface State {
  /** What was typed last; answers to anything else come too late. */
  query: string;
  options: Option[];
  open: boolean;
  /** The option that the arrow keys point at; -1 for none. */
  active: number;
}

export type Action =
  | { type: 'typed'; query: string }
  | { type: 'answered'; query: string; options: Option[] }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'pointed'; at: number }
  | { type: 'opened' }
  | { type: 'closed' };

export const initialState: State = { query: '', options: [], open: false, active: -1 };

/** The next state of a search box. Pure: showing it and asking the server happen elsewhere. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'typed':
      // The old list stays until the new one is there, except that nothing suggests nothing.
      return action.query.trim() === ''
        ? { ...initialState, query: action.query }
        : { ...state, query: action.query, active: -1 };
    case 'answered':
      if (action.query !== state.query) return state;
      return { ...state, options: action.options, open: action.options.length > 0, active: -1 };
    case 'moved':
      return state.options.length === 0 ? state : { ...state, open: true, active: next(state, action.by) };
    case 'pointed':
      return { ...state, active: action.at };
    case 'opened':
      return { ...state, open: state.options.length > 0 };
    case 'closed':
      return { ...state, open: false, active: -1 };
  }
}

/** Round in a circle that has the field itself as one stop, so that what was typed can be reached again. */
function next({ active, options, open }: State, by: 1 | -1): number {
  if (!open) return by === 1 ? 0 : options.length - 1;
  const stops = options.length + 1;
  return ((active + 1 + by + stops) % stops) - 1;
}
