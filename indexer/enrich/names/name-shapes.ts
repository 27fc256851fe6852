import type { NameSpan, NameType } from '../tagger/labels.ts';
import type { NameToken } from './name-tokens.ts';

/** What bears the name of somebody or somewhere: ships by their navies' prefixes, storms by their kinds. */
const NAMESAKES = new Set(
  'USS USNS USCGC HMS HMAS HMCS HMNZS MV RMS RRS Cyclone Hurricane Typhoon Storm'.split(' '),
);

/** What institutions call themselves and families don't. */
const INSTITUTIONS = new Set(
  (
    'Agency Agencies Airlines Airways Alliance Association Associates Authority Brigade Bureau Centre Center Clinic College Commission Committee ' +
    'Company Congress Council Department Division Federation Foundation Group Hospital Institute Kaisha Laboratories Laboratory League Ministry Museum ' +
    'Orchestra Organisation Organization Party Police School Services Society Systems Technologies Trust Union University'
  ).split(' '),
);

/** Does a name start here that belongs to a ship or a storm, "USS George Quill", "Cyclone Helen"? With the prefix or after it. */
export const isNamedAfter = (tokens: readonly NameToken[], at: number): boolean =>
  NAMESAKES.has(tokens[at]!.key) || (tokens[at]!.joined && NAMESAKES.has(tokens[at - 1]!.key));

/** What a name is by its last word, whatever the tagger took it for: nobody is called "Quill Foundation". */
export function typeByLastWord(tokens: readonly NameToken[], { type, from, to }: NameSpan): NameType {
  const isInstitution = type === 'person' && to - from > 1 && INSTITUTIONS.has(tokens[to - 1]!.key);
  return isInstitution ? 'organization' : type;
}
