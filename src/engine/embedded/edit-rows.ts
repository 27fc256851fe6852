/**
 * The edits between a typed word and the beginnings of another one, in a row for each depth (so many letters of
 * the other), so that words that begin alike share rows. A cell further than `limit` from the diagonal is certainly
 * above it: so a row has only those nearer, between two that stay above.
 */
export interface EditRows {
  /** The typed word in code units, behind two that no word has. */
  letters: Uint16Array;
  limit: number;
  cells: Uint8Array;
  /** The smallest number of each row: no word that begins like this has fewer edits. */
  fewest: Uint8Array;
  /** The edits between the whole typed word and this beginning; and the fewest of all beginnings up to here. */
  whole: Uint8Array;
  asBeginning: Uint8Array;
}

/** With the row of the empty beginning. */
export function startRows(typed: string, limit: number): EditRows {
  const depths = typed.length + limit + 2;
  const above = () => new Uint8Array(depths).fill(limit + 1);
  const cells = new Uint8Array(depths * widthFor(limit)).fill(limit + 1);
  for (let column = 0; column <= limit; column++) cells[1 + limit + column] = column;
  const letters = Uint16Array.from({ length: typed.length + 2 }, (_, i) => typed.charCodeAt(i - 2));
  return { letters, limit, cells, fewest: above().fill(0, 0, 1), whole: above(), asBeginning: above() };
}

const widthFor = (limit: number) => 2 * limit + 3;

/** Adds the row for so many letters of a word; those for fewer letters must belong to it, and be within the limit. */
export function addRow(rows: EditRows, word: string, depth: number): void {
  const { letters, limit, cells } = rows;
  const width = widthFor(limit);
  const letter = word.charCodeAt(depth - 1);
  const before = depth > 1 ? word.charCodeAt(depth - 2) : -1;
  // Where the cell for no typed letter stands, or would stand.
  const start = depth * width + 1 + limit - depth;
  const last = Math.min(depth + limit, letters.length - 2);
  let least = limit + 1;
  for (let column = Math.max(0, depth - limit); column <= last; column++) {
    const at = start + column;
    const typed = letters[column + 1]!;
    const replaced = cells[at - width]! + (letter === typed ? 0 : 1);
    let edits = Math.min(cells[at - width + 1]! + 1, cells[at - 1]! + 1, replaced);
    if (letter === letters[column]! && before === typed) edits = Math.min(edits, cells[at - 2 * width]! + 1);
    cells[at] = edits;
    if (edits < least) least = edits;
  }
  rows.fewest[depth] = least;
  if (last === letters.length - 2) rows.whole[depth] = cells[start + last]!;
  rows.asBeginning[depth] = Math.min(rows.asBeginning[depth - 1]!, rows.whole[depth]!);
}
