import { z } from 'zod';
import type { Draft } from './draft.ts';
import { withCredit } from './html-embeds.ts';
import { embargoOf, newestVersions, type NinjsEntry, type Released } from './ninjs-release.ts';
import { present } from './present.ts';
import { fit, ignoredIn, ignoredNote, member, readJson, text, textIfAny } from './shape.ts';
import type { Input, Parsed, Source } from './source.ts';

const roled = z.array(z.object({ role: text, value: text, contenttype: text })).nullish();

const association = z.object({
  type: text,
  headline: text,
  description_text: text,
  descriptions: roled,
  headlines: roled,
  by: text,
  byline: text,
});

/** An item of ninjs, all versions; member names in lower case (3.0 writes `versionCreated`, 1.x `versioncreated`). */
const ninjsItem = z.looseObject({
  uri: z.string().min(1),
  type: text,
  pubstatus: text,
  versioncreated: text,
  firstcreated: text,
  contentcreated: text,
  language: textIfAny,
  headline: text,
  headlines: roled,
  byline: textIfAny,
  by: textIfAny,
  bylines: z
    .array(z.object({ by: text, name: text }))
    .nullish()
    .catch(undefined),
  body_text: text,
  body_xhtml: text,
  body_html: text,
  body_html5: text,
  bodies: roled,
  description_text: text,
  descriptions: roled,
  copyrightholder: textIfAny,
  associations: z.union([z.array(association), z.record(z.string(), association)]).nullish(),
});
type NinjsItem = z.infer<typeof ninjsItem>;

/** IPTC ninjs 1.x to 3.x: one item, a list of items, or `{items: […]}`. An item is a document with one update. */
export const ninjs: Source = {
  name: 'ninjs',
  recognizes: (input) => itemsIn(input) !== undefined,
  *parse(input) {
    const now = Date.now();
    const lowered = (itemsIn(input) ?? []).map(({ item, place }) => ({ item: lowerCased(item), place }));
    const items = newestVersions(lowered, now);
    const together = input.hints.id !== undefined || input.hints.url !== undefined;
    if (together) yield toDocument(input, items, now);
    else for (const item of items) yield toDocument(input, [item], now);
  },
};

const isNinjs = (value: unknown): boolean =>
  typeof member(value, 'uri') === 'string' &&
  [
    'headline',
    'headlines',
    'body_text',
    'body_xhtml',
    'body_html5',
    'bodies',
    'versioncreated',
    'versionCreated',
  ].some((name) => member(value, name) !== undefined);

function itemsIn(input: Input): NinjsEntry[] | undefined {
  const json = readJson(input);
  if ('error' in json) return undefined;
  if (isNinjs(json.value)) return [{ item: json.value, place: '$' }];
  const inItems = member(json.value, 'items');
  const [list, place] = Array.isArray(json.value) ? [json.value, '$'] : [inItems, '$.items'];
  if (!Array.isArray(list) || !list.some(isNinjs)) return undefined;
  return list.map((item, i) => ({ item, place: `${place}[${i}]` }));
}

/** One item, or several where a person gave one id or address for them. */
function toDocument(input: Input, items: readonly Released[], now: number): Parsed {
  const ignored: string[] = [];
  const read = items.map(({ item, place }) => {
    const shape = fit(ninjsItem, item, place);
    if (!shape.problem) ignored.push(...ignoredIn(item, shape.value).map((name) => `${place}.${name}`));
    return { ...shape, place };
  });
  const problems = read.flatMap(({ problem }) => problem ?? []);
  const fitting = read.flatMap(({ problem, place, ...shape }) =>
    !problem && 'value' in shape ? [{ item: shape.value, place, kept: keptBack(shape.value, now) }] : [],
  );
  const usable = fitting.filter(({ kept }) => !kept);
  const unusable = fitting.flatMap(({ item, place, kept }) =>
    kept ? [{ ...kept, said: `${place} (${item.uri}) ${kept.why}` }] : [],
  );
  // What is kept back names the document, too, so that the message says which one it is.
  const first = (usable[0] ?? fitting[0])?.item;
  return present(input, {
    ownId: first && slugOf(first.uri),
    hints: {
      title: items.length === 1 && first ? headlineOf(first) : undefined,
      publisher: first?.copyrightholder,
      language: first?.language,
    },
    complete: true,
    drafts: usable.map(({ item, place }) => toDraft(item, place)),
    problems,
    nothing: unusable[0] && `${unusable[0].said}: there is nothing in it to index`,
    notes: [
      ...ignoredNote(ignored),
      ...versionNotes(items),
      ...unusable.map(({ said, wayOut }) => `${said}: not indexed. ${wayOut}`),
    ],
  });
}

interface KeptBack {
  why: string;
  wayOut: string;
}

/** Why an item may not be published now, if so. A status that nobody knows is no permission. */
function keptBack(item: NinjsItem, now: number): KeptBack | undefined {
  const { pubstatus } = item;
  if (pubstatus && pubstatus.trim().toLowerCase() !== 'usable')
    return {
      why: `is ${JSON.stringify(pubstatus)}`,
      wayOut:
        'If an earlier version is in the index, it stays there: to remove it, ' +
        'delete its file while its folder is watched, or index all your paths again with --rebuild',
    };
  const until = embargoOf(item, now);
  return until === undefined ? undefined : { why: `is under embargo until ${until}`, wayOut: AGAIN };
}

function versionNotes(items: readonly Released[]): string[] {
  const older = items.flatMap((item) => item.older);
  return [
    ...(older.length > 0
      ? [`left out: ${older.length} that a newer or the same version of the item replaces, like ${older[0]}`]
      : []),
    ...items.flatMap(({ embargoed }) =>
      embargoed.map(
        ({ place, until }) =>
          `${place}, another version, is under embargo until ${until}: not indexed. ${AGAIN}`,
      ),
    ),
  ];
}

const AGAIN = 'Index it again after that';

const slugOf = (uri: string): string =>
  uri
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(-100);

/** Versions differ in the case of their member names, at every level. */
function lowerCased(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((entry) => lowerCased(entry, depth));
  if (typeof value !== 'object' || value === null || depth > 2) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name.toLowerCase(), lowerCased(entry, depth + 1)]),
  );
}

const headlineOf = ({ headline, headlines }: Pick<NinjsItem, 'headline' | 'headlines'>) =>
  headline ?? (headlines?.find(({ role }) => role === 'main') ?? headlines?.[0])?.value;

function toDraft(item: NinjsItem, place: string): Draft {
  const described = item.description_text ?? item.descriptions?.[0]?.value ?? undefined;
  const html =
    item.body_html5 ?? item.body_xhtml ?? item.body_html ?? bodyOf(item, (type) => /html/.test(type));
  const plain = item.body_text ?? bodyOf(item, (type) => /plain/.test(type) || type === '');
  return {
    place,
    ownId: item.uri,
    title: headlineOf(item),
    // Where the text itself is not in the item, its description is all there is.
    ...(html ? { html } : { field: plain ?? described }),
    publishedAt: item.firstcreated ?? item.contentcreated ?? item.versioncreated,
    modifiedAt:
      item.firstcreated && item.versioncreated !== item.firstcreated ? item.versioncreated : undefined,
    authors: item.bylines?.map(({ by, name }) => by ?? name) ?? [item.byline ?? item.by],
    media: mediaOf(item),
    language: item.language,
  };
}

function bodyOf({ bodies }: NinjsItem, fits: (type: string) => boolean): string | undefined {
  return (
    bodies?.find(({ contenttype, role, value }) => value && fits(contenttype ?? role ?? ''))?.value ??
    undefined
  );
}

function mediaOf({ associations }: NinjsItem): NonNullable<Draft['media']> {
  return Object.values(associations ?? {}).flatMap((entry) => {
    if (entry.type !== 'picture' && entry.type !== 'video') return [];
    const caption = entry.description_text ?? entry.descriptions?.[0]?.value ?? headlineOf(entry) ?? '';
    const told = withCredit(caption, entry.by ?? entry.byline ?? undefined);
    return told ? [{ type: entry.type === 'video' ? ('video' as const) : ('image' as const), ...told }] : [];
  });
}
