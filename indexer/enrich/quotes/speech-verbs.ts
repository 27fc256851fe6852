/** Verbs that can stand right beside a quote: `"…," she said`. */
const SAYING =
  'say tell add ask answer reply respond continue conclude explain note insist argue claim declare announce state remark comment observe recall warn caution ' +
  'admit acknowledge concede confess confirm deny maintain assert contend allege suggest predict joke quip shout yell cry scream whisper murmur mutter growl ' +
  'write tweet retweet post repeat reiterate stress emphasize emphasise urge plead promise pledge vow swear agree counter retort shoot snap complain lament ' +
  'muse wonder think believe testify report reveal disclose opine riff boast brag exclaim interject elaborate clarify demand propose begin read sum laugh sigh sing chant ' +
  'theorize speculate reflect reason recount relate estimate fume gush rail thunder intone implore tease protest object advise proclaim pronounce blast appeal grumble grin console chime marvel declaim text remember bellow roar enthuse ' +
  'sneer scoff taunt chide scold recommend reaffirm predict hiss drawl editorialize concur surmise guess reckon inquire summarize summarise stipulate';

/** Verbs that quote a word or two in a sentence of the reporter's own: `he called it "absurd"`. */
const JUDGING =
  'call describe dismiss label brand dub blame criticize criticise condemn denounce decry slam blast deride mock ridicule attack accuse charge reject hail praise ' +
  'welcome cite characterize characterise portray liken compare depict refer decry rebuke lambast lambaste bemoan applaud laud tout thank assure remind inform ' +
  'signal imply indicate hint express voice apologize apologise congratulate invoke quote rate rename term challenge defend expect hope fear feel want view regard consider doubt deem assail dispute question threaten underscore underline mention worry pan savage hail nickname highlight contradict disagree commend chide berate admonish';

const IRREGULAR: Record<string, string[]> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  swear: ['swore', 'sworn'],
  think: ['thought'],
  begin: ['began', 'begun'],
  read: ['read'],
  sing: ['sang', 'sung'],
  shoot: ['shot'],
  feel: ['felt'],
  label: ['labelled', 'labeled'],
  signal: ['signalled', 'signaled'],
};
const DOUBLING = new Set(['quip', 'dub', 'refer', 'brag', 'admit', 'snap', 'rebut', 'sum', 'slam']);

export interface VerbForm {
  /** Does it stand right beside a quote, or does it only judge? */
  says: boolean;
  ing: boolean;
  /** As the dictionary has it, `claim`: often a noun. */
  base: boolean;
  /** `said`, `has told`: with a form of `be` before it, it is passive. */
  past: boolean;
}

function formsOf(verb: string): { past: string[]; ing: string; present: string } {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : DOUBLING.has(verb) ? verb + verb.at(-1) : verb;
  const y = /[^aeiou]y$/u.test(verb) ? verb.slice(0, -1) : undefined;
  return {
    past: IRREGULAR[verb] ?? [`${y === undefined ? stem : `${y}i`}ed`],
    ing: `${stem}ing`,
    present: y === undefined ? (/(?:s|sh|ch|x)$/u.test(verb) ? `${verb}es` : `${verb}s`) : `${y}ies`,
  };
}

const FORMS = new Map<string, VerbForm>();
for (const [verbs, says] of [
  [JUDGING, false],
  [SAYING, true],
] as const) {
  for (const verb of verbs.split(' ')) {
    const { past, ing, present } = formsOf(verb);
    for (const form of [verb, present])
      FORMS.set(form, { says, ing: false, past: false, base: form === verb });
    for (const form of past) FORMS.set(form, { says, ing: false, past: true, base: false });
    FORMS.set(ing, { says, ing: true, past: false, base: false });
  }
}

/** The form of speech verb that a word (in lower case) is, if it is one. */
export const speechForm = (word: string): VerbForm | undefined => FORMS.get(word);
