import { nameOf } from '../mention.ts';
import type { Cast } from './cast.ts';
import { PUBLICATIONS, type Description } from './descriptions.ts';
import { isPerson, type Subject } from './subject.ts';
import type { Speaker, Voice } from './voice.ts';

/** The name that a subject means: for a pronoun one nearby, else the last who spoke or acted, if the gender fits. */
export function resolve(who: Subject, last: Voice | undefined, cast: Cast): Speaker | undefined {
  if (who === 'unnamed') return undefined;
  if ('name' in who) return who.name;
  if ('described' in who) return described(who.described, last, cast);
  return [...(who.near ?? []), last?.person].find(
    (name) => isPerson(name) && cast.agrees(nameOf(name.mention.means), who.pronoun),
  );
}

/** `the 26-year-old`: whoever the text is about. */
const AGE = /^\d+-year-old$/u;
/** What any company or body may be called. */
const ANY_ORGANIZATION = /^(?:company|firm|group|organi[sz]ation|agency|maker|giant|retailer|startup)$/u;
/** What whoever a text is about is called for a change: `the striker`, `the Arizona Republican`. */
const EPITHET =
  /^(?:strategist|nominee|lawmaker|billionaire|mogul|businessman|politician|republican|democrat|congressman|congresswoman|actor|actress|singer|songwriter|rapper|musician|star|comedian|author|novelist|writer|filmmaker|artist|photographer|striker|midfielder|defender|goalkeeper|winger|forward|quarterback|golfer|boxer|champion|economist|historian|scientist|professor|native|veteran)$/u;
/** No single person: `the activists added`. */
const PLURAL = /(?:[^s]s|people|police|men|women)$/u;

/** Whom a description means: whom the text calls so, else the last one who spoke where nobody else can be meant. */
function described(description: Description, last: Voice | undefined, cast: Cast): Speaker | undefined {
  const { noun, others, goesOn } = description;
  if ([noun, ...others].some((word) => AGE.test(word))) return last?.person;
  if (PUBLICATIONS.has(noun)) return last?.published?.has(noun) ? last.speaker : undefined;
  if (PLURAL.test(noun)) return undefined;
  if (ANY_ORGANIZATION.test(noun)) return last?.organization;
  const heard = last?.speaker;
  // `it`; `the ministry` after the Ministry of Health spoke
  if (heard && !isPerson(heard)) return noun === 'it' || kindsOf(heard).includes(noun) ? heard : undefined;
  // `Kerry sent a memo. "…," it read.`
  if (noun === 'it') return last?.published?.size ? heard : undefined;
  return cast.holderOf(description) ?? ((goesOn && last?.quoted) || EPITHET.test(noun) ? heard : undefined);
}

/** `department` and `health` of the Department of Health. */
const kindsOf = ({ text, mention }: Speaker): string[] =>
  `${text} ${nameOf(mention.means).toLowerCase()}`.split(/[^\p{L}]+/u);
