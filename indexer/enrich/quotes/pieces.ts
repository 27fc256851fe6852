import type { Field } from '../mention.ts';
import { isInnerDot } from './inner-dots.ts';
import type { Passage } from './passages.ts';
import { LINE_END, POSSESSIVE, type Piece } from './piece.ts';
import { speechForm, type VerbForm } from './speech-verbs.ts';
import { titlesAsWords } from './titles.ts';

/** The pieces of a text, in order; what is said in its quotes is left out. */
export function piecesOf(field: Field, passages: readonly Passage[]): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const part of partsOf(field, passages)) {
    const gap = field.text.slice(last, part.start);
    const before = pieces.at(-1);
    if (part.kind === 'word' && before?.end === part.start - 1 && /^['’]$/u.test(gap) && part.text === 's')
      pieces.push({ ...part, kind: 'mark', text: POSSESSIVE });
    else if (part.kind === 'word' && before?.kind === 'word' && /^[-'’‑]$/u.test(gap))
      pieces[pieces.length - 1] = { ...before, text: `${before.text}${gap}${part.text}`, end: part.end };
    else pieces.push(...marksOf(field.text, last, part.start), part);
    last = part.end;
  }
  const all = [...pieces, ...marksOf(field.text, last, field.text.length)];
  return titlesAsWords(all.filter((_, at) => !isInnerDot(all, at))).map(withVerb);
}

function withVerb(piece: Piece, at: number, pieces: readonly Piece[]): Piece {
  const before = pieces[at - 1];
  if (piece.kind !== 'word' || (piece.capital && (before?.kind === 'word' || before?.kind === 'name')))
    return piece;
  if (/^plead(?:s|ed)?$/u.test(piece.text) && /^(?:guilty|not|no)$/u.test(pieces[at + 1]?.text ?? ''))
    return piece;
  const verb =
    speechForm(piece.text) ??
    phraseForm(piece, pieces.slice(at + 1, at + 3)) ??
    (tells(before, piece, pieces[at + 1]) ? TELLING : undefined);
  return verb ? { ...piece, verb } : piece;
}

/** `as Kerry put it`, `Kerry fired back`, `Kerry made (it) clear`: a verb that is one of speech with the words after it only. */
function phraseForm({ text }: Piece, [next, further]: readonly Piece[]): VerbForm | undefined {
  if (SPEECH_PHRASE.test(`${text} ${next?.text}`) && further?.text !== 'to')
    return { ...TELLING, says: true };
  // `sought a "fair hearing"`; what somebody sought to do, or the "Road Act" that he sought, isn't in his words.
  if (
    /^(?:seeks?|sought)$/u.test(text) &&
    (next?.kind === 'quote' || (isArticle(next) && further?.kind === 'quote'))
  )
    return TELLING;
  const clear = next?.text === 'clear' || (next?.text === 'it' && further?.text === 'clear');
  return /^ma(?:de|kes)$/u.test(text) && clear ? TELLING : undefined;
}

const isArticle = (piece: Piece | undefined): boolean => piece?.text === 'a' || piece?.text === 'an';

const SPEECH_PHRASE =
  /^(?:puts? it|hits? back|fire[ds] back|chip(?:s|ped) in|(?:went|goes) on|point(?:s|ed) out)$/u;

const TELLING: VerbForm = { says: false, ing: false, past: false, base: false };

/** `Kerry discovered that`: any verb between somebody and what they know or say. */
const tells = (who: Piece | undefined, { text }: Piece, next: Piece | undefined): boolean =>
  next?.text === 'that' &&
  /(?:ed|[^s]s)$/u.test(text) &&
  !/^(?:is|was|has|does)$/u.test(text) &&
  (who?.kind === 'name' || who?.text === 'he' || who?.text === 'she');

/** Quotes, and the words and names around them. */
function partsOf({ text, tokens, mentions }: Field, passages: readonly Passage[]): Piece[] {
  const parts: Piece[] = [];
  const named = new Map(mentions.map((mention) => [mention.from, mention]));
  let next = 0;
  const addQuotes = (before: number) => {
    for (; passages[next] && passages[next]!.from <= before; next++)
      parts.push(quotePiece(text, passages[next]!));
  };
  for (let at = 0; at < tokens.length; at++) {
    const { start } = tokens[at]!;
    addQuotes(start);
    if (start < (passages[next - 1]?.to ?? 0)) continue;
    const mention = named.get(at);
    const end = tokens[mention ? mention.to - 1 : at]!.end;
    const { capital } = tokens[at]!;
    parts.push({
      kind: mention ? 'name' : 'word',
      text: text.slice(start, end).toLowerCase(),
      start,
      end,
      capital,
      ...(mention && { mention }),
    });
    if (mention) at = mention.to - 1;
  }
  addQuotes(text.length);
  return parts;
}

const quotePiece = (text: string, passage: Passage): Piece => ({
  kind: 'quote',
  text: text
    .slice(passage.start, passage.end)
    .replace(/[\s"”’')\]]+$/u, '')
    .slice(-1),
  start: passage.from,
  end: passage.to,
  capital: /^\p{Lu}/u.test(text.slice(passage.start, passage.end)),
  passage,
});

/** The marks between two pieces; a line's end counts once, and not at all where its sentence goes on. */
const marksOf = (text: string, from: number, to: number): Piece[] =>
  [...text.slice(from, to).matchAll(/\s+|\S/gu)]
    .map(({ 0: mark, index }) => ({ mark, start: from + index, end: from + index + mark.length }))
    .filter(({ mark, start, end }) => mark.trim() !== '' || endsLine(text, mark, start, end))
    .map(({ mark, start, end }) => ({
      kind: 'mark',
      text: mark.trim() || LINE_END,
      start,
      end,
      capital: false,
    }));

/** Characters; hard-wrapped lines are about as long, headings shorter. */
const WRAPPED_LINE = 60;

/** Not if a small letter comes next, or if a long line stops at a word: such a text is hard-wrapped. */
function endsLine(text: string, gap: string, start: number, end: number): boolean {
  if (!gap.includes('\n')) return false;
  if (/\n\s*\n/u.test(gap)) return true;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim();
  return (
    !/^\p{Ll}/u.test(text.slice(end, end + 2)) && !(line.length >= WRAPPED_LINE && /[\p{Ll},]$/u.test(line))
  );
}
