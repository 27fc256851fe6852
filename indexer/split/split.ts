import type { SourceDocument, SplitDocument, Update } from '../document.ts';
import { article } from './article.ts';
import { bbcClock } from './bbc-clock.ts';
import { clockDash } from './clock-dash.ts';
import { clockLead } from './clock-lead.ts';
import { cnnBrackets } from './cnn-brackets.ts';
import { type Cut, type Dialect } from './dialect.ts';
import { globalpost } from './globalpost.ts';
import { guardianClock } from './guardian-clock.ts';
import { guardianFlat } from './guardian-flat.ts';
import { toLines, type Line } from './lines.ts';
import { repairMojibake } from '../mojibake.ts';
import { toTimeline } from './timeline.ts';
import { updateClock } from './update-clock.ts';
import { updatedBrackets } from './updated-brackets.ts';

/** Every plain-text dialect. To add one: a file beside these, a captured page, its golden output, a line here. */
export const DIALECTS: readonly Dialect[] = [
  globalpost,
  guardianFlat,
  guardianClock,
  bbcClock,
  cnnBrackets,
  updatedBrackets,
  updateClock,
  clockDash,
  clockLead,
  article,
];

/** Below this a page is more likely no live blog. */
const LEAST_CONFIDENCE = 0.5;

/** The cut of a document, by which dialect, and how sure that is. */
interface Choice {
  dialect: string;
  confidence: number;
  cut: Cut;
}

/**
 * Cuts a document into updates, oldest first. `defaultZone` reads clocks for which neither the page
 * nor the newsroom names a zone. A document without any update comes back with a problem.
 */
export function split({ content, hints }: SourceDocument, defaultZone: string): SplitDocument {
  const { dialect, confidence, cut } =
    'blocks' in content
      ? { dialect: 'blocks', confidence: 1, cut: { blocks: content.blocks } as Cut }
      : cutText(content.text, hints.dialect);
  const { updates, zones, problems } = toTimeline(cut, { hints, defaultZone });
  if (updates.length === 0 && problems.length === 0) problems.push({ message: 'there is no text in it' });
  return {
    dialect,
    confidence,
    ...(cut.title && { title: cut.title }),
    updates,
    zones,
    problems,
    notes: [...(cut.notes ?? []), ...timeNotes(updates)],
  };
}

function cutText(garbled: string, forced: string | undefined): Choice {
  const { text, notes } = repairMojibake(garbled);
  const lines = toLines(text);
  const { dialect, confidence } = choose(lines, forced);
  const cut = dialect.cut(lines);
  const unmarked =
    dialect.name === forced && dialect !== article && cut.blocks.every(({ kind }) => kind === 'intro')
      ? [`the dialect given is ${forced}, but nothing in the text is one of its marks`]
      : [];
  const allNotes = [...(cut.notes ?? []), ...unmarked, ...notes];
  return { dialect: dialect.name, confidence, cut: { ...cut, notes: allNotes } };
}

/** The dialect of which the text is surest. A page that none is sure of is no live blog. */
function choose(
  lines: readonly Line[],
  forced: string | undefined,
): { dialect: Dialect; confidence: number } {
  const named = DIALECTS.find(({ name }) => name === forced);
  if (named && named !== article) return { dialect: named, confidence: named.score(lines) };
  const scored = DIALECTS.map((dialect) => ({ dialect, confidence: dialect.score(lines) }));
  const best = scored.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  return best.confidence >= LEAST_CONFIDENCE && !named
    ? best
    : { dialect: article, confidence: 1 - best.confidence };
}

/** What was assumed or repaired: one line for an update, and one for all of which the same is true. */
function timeNotes(updates: Update[]): string[] {
  const noted = updates.filter(({ timeNote, timePrecision }) => timeNote && timePrecision !== 'day');
  return [...Map.groupBy(noted, ({ timeNote }) => timeNote)].map(([note, same]) =>
    same.length === 1 ? `line ${same[0]!.line}: ${note}` : `${same.length} updates: ${note}`,
  );
}
