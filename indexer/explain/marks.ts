import type { Evidence, UpdateRecord } from '../../src/record.ts';

/** A piece of a text and all that it is evidence for; the pieces in order are the text. */
export interface Piece {
  text: string;
  evidence: Evidence[];
  /** Part of a quoted passage, and by whom if anybody is known to speak. */
  quoted?: { speaker?: string };
}

/** Cuts one field of a record (`title`, `text`, `media.0.text`) wherever evidence or a quote begins or ends. */
export function piecesOf(record: UpdateRecord, field: string, text: string): Piece[] {
  const evidence = (record.evidence ?? []).filter((entry) => entry.field === field);
  const quotes = field === 'text' ? (record.quotes ?? []) : [];
  const cuts = [...evidence, ...quotes].flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!;
    const covers = (span: { start: number; end: number }) => span.start <= start && span.end >= end;
    const quote = quotes.find(covers);
    return {
      text: text.slice(start, end),
      evidence: evidence.filter(covers),
      ...(quote && { quoted: quote.speaker === undefined ? {} : { speaker: quote.speaker } }),
    };
  });
}
