import { styleText } from 'node:util';
import type { Evidence, UpdateRecord } from '../../src/record.ts';
import { textsOf } from '../enrich/mention.ts';
import { piecesOf, type Piece } from './marks.ts';
import { LABELS, quotesOf, reasonsOf } from './reasons.ts';

type Colour = Parameters<typeof styleText>[0];

const COLOURS: Record<Evidence['facet'], Colour> = {
  persons: 'cyan',
  organizations: 'magenta',
  credits: 'gray',
  speakers: 'cyanBright',
  places: 'green',
  countries: 'greenBright',
  mentionedDays: 'yellow',
};

/**
 * An update for the terminal: its texts with every name and day marked, then each facet value with its
 * reasons. Without `colours` marks are brackets.
 */
export function explainAsText(given: UpdateRecord, colours: boolean): string {
  const record = harmless(given);
  const texts = textsOf(record).map(({ field, text }) => {
    const marked = piecesOf(record, field, text)
      .map((piece) => mark(piece, colours))
      .join('');
    return field === 'text' ? marked : `${style('bold', field, colours)}  ${marked}`;
  });
  const heading = `── ${record.publishedAt} · ${record.id}${record.language === 'en' ? '' : ` · ${record.language}`}`;
  return [style('dim', heading, colours), ...texts, reasons(record, colours), ...quotes(record)]
    .filter(Boolean)
    .join('\n\n');
}

/** Control characters could make a terminal do things; each becomes one sign, so that offsets stay true. */
const harmless = (record: UpdateRecord): UpdateRecord =>
  JSON.parse(JSON.stringify(record), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(CONTROL, '\ufffd') : value,
  ) as UpdateRecord;

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

function mark({ text, evidence, quoted }: Piece, colours: boolean): string {
  const own = evidence.find(({ by }) => by !== 'derived');
  const shown =
    own && (colours ? styleText(COLOURS[own.facet], text, { validateStream: false }) : `[${text}]`);
  return quoted && colours ? style('italic', shown ?? text, colours) : (shown ?? text);
}

const style = (how: Colour, text: string, colours: boolean) =>
  colours ? styleText(how, text, { validateStream: false }) : text;

function reasons(record: UpdateRecord, colours: boolean): string {
  return reasonsOf(record)
    .map(({ facet, value, because }) => {
      const label = style(COLOURS[facet], LABELS[facet].padEnd(15), colours);
      return `  ${label} ${value} ← ${because.join('; ')}`;
    })
    .join('\n');
}

const quotes = (record: UpdateRecord) => {
  const lines = quotesOf(record).map(({ passage, by }) => `  “${passage}” — ${by}`);
  return lines.length > 0 ? [lines.join('\n')] : [];
};
