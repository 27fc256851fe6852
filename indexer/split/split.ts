import type { SourceDocument, SplitDocument } from '../document.ts';
import { article } from './article.ts';
import { type Cut, type Dialect } from './dialect.ts';
import { globalpost } from './globalpost.ts';
import { guardianFlat } from './guardian-flat.ts';
import { toLines, type Line } from './lines.ts';
import { toTimeline } from './timeline.ts';

/** Every plain-text dialect. To add one: a file beside these, a captured page, its golden output, a line here. */
export const DIALECTS: readonly Dialect[] = [globalpost, guardianFlat, article];

/**
 * Cuts a document into updates, oldest first. `defaultZone` reads clocks for which neither the page
 * nor the newsroom names a zone. A document without any update comes back with a problem.
 */
export function split({ content, hints }: SourceDocument, defaultZone: string): SplitDocument {
  const { dialect, cut } =
    'blocks' in content
      ? { dialect: 'blocks', cut: { blocks: content.blocks } as Cut }
      : cutText(content.text, hints.dialect);
  const { updates, problems } = toTimeline(cut, { hints, defaultZone });
  if (updates.length === 0 && problems.length === 0) problems.push({ message: 'there is no text in it' });
  const repaired = updates.flatMap(({ line, timeNote, timePrecision }) =>
    timeNote && timePrecision !== 'day' ? [`line ${line}: ${timeNote}`] : [],
  );
  return {
    dialect,
    ...(cut.title && { title: cut.title }),
    updates,
    problems,
    notes: [...(cut.notes ?? []), ...repaired],
  };
}

function cutText(text: string, forced: string | undefined): { dialect: string; cut: Cut } {
  const lines = toLines(text);
  const dialect = DIALECTS.find(({ name }) => name === forced) ?? likeliest(lines);
  return { dialect: dialect.name, cut: dialect.cut(lines) };
}

const likeliest = (lines: readonly Line[]): Dialect =>
  DIALECTS.reduce((best, dialect) => (dialect.score(lines) > best.score(lines) ? dialect : best));
