import { identifier, updateFields } from '../../src/record.ts';
import type { Block, DocumentHints } from '../document.ts';
import { isZone } from '../split/zone.ts';
import { documentId } from './document-id.ts';
import type { Presented } from './draft.ts';
import { lineText } from './field-text.ts';
import { finishDraft } from './finish-draft.ts';
import { repairMojibake } from '../mojibake.ts';
import type { Input, Parsed } from './source.ts';
import { webAddress } from './web-address.ts';
import { withoutRepeats } from './without-repeats.ts';

/**
 * Makes a document of what a structured source presents: what a person said about it wins over what
 * the source says; updates get ids from their own; repeated ones are one; empty ones are left out.
 */
export function present(input: Input, presented: Presented): Parsed {
  const hints = { ...knownHints(presented.hints), ...input.hints };
  const notes = [...(presented.notes ?? [])];
  const problems = [...presented.problems];
  const id = idOf(input, hints, presented.ownId);
  if (!id) return { problems: [...problems, { message: NO_ID }], notes };
  const setting = { documentId: id, base: hints.url, timeZone: hints.timeZone };
  const { drafts, shared } = withoutRepeats(presented.drafts);
  const finished = drafts.map((draft, i) => finishDraft(draft, i + 1, setting, problems));
  const blocks = finished.filter((block) => block !== undefined);
  const [empty] = drafts.filter((_, i) => !finished[i]);
  if (empty)
    notes.push(`left out: ${drafts.length - blocks.length} without title and text, like ${empty.place}`);
  notes.push(...repairMojibake(input.text).notes);
  if (blocks.length === 0)
    return { problems: problems.length > 0 ? problems : [{ message: presented.nothing ?? NOTHING }], notes };
  const single = withoutSame(blocks);
  const repeats = presented.drafts.length - drafts.length + blocks.length - single.length;
  if (repeats > 0) notes.push(`left out: ${repeats} that repeat another update`);
  if (shared)
    notes.push(
      `${shared.count} updates share an id with another that says something else, like ${shared.place}: they get ids of their own`,
    );
  const document = {
    id,
    path: input.path,
    hints,
    complete: presented.complete,
    content: { blocks: single },
  };
  return { document, problems, notes };
}

export const NO_ID = 'nothing says what this document is called: add --url https://…';
const NOTHING = 'there is no update in it';

/** What the source says about the document, as far as it makes sense. */
function knownHints({ title, url, publisher, timeZone, language }: Presented['hints']): DocumentHints {
  const known = {
    title: lineText(title),
    url: webAddress(url)?.replace(/#.*$/, ''),
    publisher: lineText(publisher),
    timeZone: timeZone && isZone(timeZone) ? timeZone : undefined,
    language: updateFields.shape.language.safeParse(language).data,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** The given id or address, else what the source calls the document, else its address, else the file's name. */
function idOf(input: Input, hints: DocumentHints, ownId: string | undefined): string | undefined {
  const given = input.hints.id ?? input.hints.url;
  const own = given ? undefined : identifier.safeParse(ownId).data;
  return own ?? documentId(input.path, hints);
}

/** Updates without an id of their own that say the same at the same time are one. */
function withoutSame(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    const { sourceId, title, text, time, media } = block;
    const said = sourceId ?? JSON.stringify([title, text, time, media]);
    return seen.size < seen.add(said).size;
  });
}

/** What is missing in a source that holds only a part, for the report. */
export const notRead = (what: string): string =>
  `${what} not read; updates are added and changed, none removed`;
