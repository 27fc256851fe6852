import { LINE_END, type Piece } from './piece.ts';

const ABBREVIATIONS = new Set(
  'mr mrs ms dr sen sens rep reps gov gen lt col sgt capt prof rev st jr sr hon maj cmdr adm vs inc corp co ltd dept jan feb aug sept oct nov dec'.split(
    ' ',
  ),
);

/** The dot of an abbreviation or initial, which ends no sentence: `Sen. Mark Kirk (R-Ill.), who said`. */
export function isInnerDot(pieces: readonly Piece[], at: number): boolean {
  const { kind, text } = pieces[at]!;
  const before = pieces[at - 1];
  if (kind !== 'mark' || text !== '.' || before?.kind === 'quote') return false;
  const last = before?.text.split(' ').at(-1);
  if (last && (last.length === 1 || ABBREVIATIONS.has(last))) return true;
  const next = pieces[at + 1]?.text === ')' ? pieces[at + 2] : pieces[at + 1];
  return (
    next !== undefined &&
    !next.capital &&
    next.kind !== 'quote' &&
    !(next.text === LINE_END || /[”"’')\]]/u.test(next.text))
  );
}
