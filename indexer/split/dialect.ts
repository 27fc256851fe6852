import type { Media } from '../../src/record.ts';
import type { Block, BlockTime } from '../document.ts';
import { isBoilerplate } from './boilerplate.ts';
import { embedAt } from './embeds.ts';
import { textAt, type Line } from './lines.ts';
import type { NamedDay } from './page-day.ts';
import type { PageZone } from './page-zone.ts';

/** A way in which plain-text live blogs mark their updates. */
export interface Dialect {
  name: string;
  /** How sure the text is of this dialect: 0 not at all, 1 certain. */
  score(lines: readonly Line[]): number;
  cut(lines: readonly Line[]): Cut;
}

/** A text cut at its boundaries, in the order of the page, the intro first. */
export interface Cut {
  title?: string;
  blocks: Block[];
  /** The order of the page, where the dialect knows it; else the clock tells. */
  newestFirst?: boolean;
  /** The zone of its clocks, where they don't name it themselves. */
  zone?: PageZone;
  /** The day that the page names, for clocks without a date. */
  day?: NamedDay;
  /** The days that dates beside the clocks, or lines between the updates, name for their blocks. */
  days?: ReadonlyMap<Block, NamedDay>;
  notes?: string[];
}

export interface BlockStart {
  kind: Block['kind'];
  boundary: Block['boundary'];
  title?: string;
  time?: BlockTime;
}

/** Makes the block that stands from line `from` to before `to`: paragraphs, embeds apart, boilerplate gone. */
export function toBlock(
  lines: readonly Line[],
  from: number,
  to: number,
  { time, ...start }: BlockStart,
): Block {
  const inside = lines.slice(from, to);
  const paragraphs: string[] = [];
  const media: Media[] = [];
  for (let at = 0; at < inside.length;) {
    const embed = embedAt(inside, at);
    if (embed) media.push(embed.media);
    else if (textAt(inside, at) && !isBoilerplate(textAt(inside, at))) paragraphs.push(textAt(inside, at));
    at = embed?.next ?? at + 1;
  }
  return { ...start, time, line: lines[from]?.number ?? 1, text: paragraphs.join('\n\n'), media };
}

export const isEmpty = (block: Block): boolean => !block.title && !block.text && block.media.length === 0;
