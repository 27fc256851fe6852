import { html } from 'hono/html';
import { dropping, href } from './address.ts';
import { choiceKind, choiceLabel } from './labels.ts';
import type { Library } from './library.ts';

export interface Choice {
  name: string;
  value: string;
  label: string;
}

/** Everything that narrows this search besides its words. */
export function choices(address: URLSearchParams, library: Library): Choice[] {
  return [...address].flatMap(([name, value]) => {
    const label = choiceLabel(name, value, library);
    return label === undefined ? [] : [{ name, value, label }];
  });
}

/** What is chosen, each a link that takes it away. */
export function chosenChips(address: URLSearchParams, library: Library) {
  const chosen = choices(address, library);
  if (chosen.length === 0) return '';
  const nothing = chosen.reduce((rest, { name, value }) => dropping(rest, name, value), address);
  return html`<ul class="chips chosen" aria-label="Chosen filters">
    ${chosen.map(
      ({ name, value, label }) =>
        html`<li>
          <a class="chip" href="${href(dropping(address, name, value))}" title="${choiceKind(name)}"
            ><span class="unseen">Remove </span>${label}<span class="cross" aria-hidden="true"></span
          ></a>
        </li>`,
    )}
    ${chosen.length > 1 && html`<li><a class="clear" href="${href(nothing)}">Clear all</a></li>`}
  </ul>`;
}
