import { z } from 'zod';
import type { Media } from '../../src/record.ts';
import type { Draft } from './draft.ts';
import { embedMedia } from './sourcefabric-embed.ts';
import { notRead, present } from './present.ts';
import { fitAll, flag, ignoredIn, ignoredNote, member, readJson, text, textIfAny } from './shape.ts';
import type { Input, Parsed, Source } from './source.ts';

const moment = z.union([z.string(), z.number()]).nullish().catch(undefined);

const person = z.object({ _id: textIfAny, byline: textIfAny, display_name: textIfAny }).nullish();

const packageItem = z.object({
  item_type: text,
  text,
  headline: textIfAny,
  byline: textIfAny,
  deleted: flag,
});
type PackageItem = z.infer<typeof packageItem>;

/** A post, as the server of Sourcefabric's Live Blog hands it out: a package of items. */
const liveBlogPost = z.object({
  _id: z.string().min(1),
  groups: z
    .array(
      z.object({
        id: text,
        refs: z.array(z.object({ item: packageItem.nullish() })).nullish(),
      }),
    )
    .nullish(),
  blog: textIfAny,
  headline: textIfAny,
  byline: textIfAny,
  language: textIfAny,
  deleted: flag,
  sticky: flag,
  lb_highlight: flag,
  post_status: text,
  publisher: z.union([person, z.string()]).catch(undefined),
  original_creator: textIfAny,
  order: z.number().nullish().catch(undefined),
  published_date: moment,
  firstcreated: moment,
  content_updated_date: moment,
});
type LiveBlogPost = z.infer<typeof liveBlogPost>;

/** Posts of Sourcefabric's Live Blog (also Liveblog Pro): `_items`, alone or under `posts`. */
export const sourcefabricLiveBlog: Source = {
  name: 'sourcefabric-live-blog',
  recognizes: (input) => findPosts(input) !== undefined,
  *parse(input) {
    const found = findPosts(input);
    if (found) yield read(input, found);
  },
};

interface Found {
  list: unknown;
  place: string;
}

function findPosts(input: Input): Found | undefined {
  const json = readJson(input);
  if ('error' in json) return undefined;
  for (const [list, place] of [
    [member(json.value, 'posts'), '$.posts'],
    [json.value, '$'],
  ] as const) {
    const items = member(list, '_items');
    const isPosts = Array.isArray(items) && items.some((item) => Array.isArray(member(item, 'groups')));
    if (isPosts) return { list, place };
  }
  return undefined;
}

function read(input: Input, { list, place }: Found): Parsed {
  const items = member(list, '_items') as unknown[];
  const { entries, problems } = fitAll(liveBlogPost, items, `${place}._items`);
  const byPlace = new Map(items.map((item, i) => [`${place}._items[${i}]`, item]));
  const ignored = entries.flatMap(({ value, place: at }) =>
    ignoredIn(byPlace.get(at), value).map((name) => `${at}.${name}`),
  );
  const [kept, notes] = sorted(entries);
  const total = Number(member(list, '_meta', 'total'));
  const missing = total > items.length;
  return present(input, {
    ownId: entries[0]?.value.blog ?? undefined,
    hints: { language: entries[0]?.value.language },
    complete: !missing,
    drafts: kept.map(({ value, place: at }) => toDraft(value, at)),
    problems,
    notes: [
      ...notes,
      ...(missing ? [notRead(`${items.length} of ${total} posts, the others`)] : []),
      ...ignoredNote(ignored),
    ],
  });
}

type Entry = { value: LiveBlogPost; place: string };

/** Posts that readers see. What editors deleted, never published or sold is not theirs to find. */
function sorted(entries: readonly Entry[]): [Entry[], string[]] {
  const reasons: [string, (post: LiveBlogPost) => boolean][] = [
    ['deleted by the editors', ({ deleted }) => deleted === true],
    [
      'not published (drafts, comments of readers)',
      ({ post_status: status }) => !!status && status !== 'open',
    ],
    ['advertising', (post) => itemsOf(post).some(({ item_type: type }) => /^advert/i.test(type ?? ''))],
  ];
  const counts = new Map<string, number>();
  const kept = entries.filter(({ value }) => {
    const [reason] = reasons.find(([, holds]) => holds(value)) ?? [];
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return !reason;
  });
  return [kept, [...counts].map(([reason, count]) => `left out: ${count} ${reason}`)];
}

const itemsOf = ({ groups }: LiveBlogPost): PackageItem[] =>
  (groups ?? [])
    .flatMap(({ refs }) => refs ?? [])
    .flatMap(({ item }) => (item && !item.deleted ? [item] : []));

function toDraft(post: LiveBlogPost, place: string): Draft {
  const items = itemsOf(post);
  const media: (Media | undefined)[] = [];
  const html: string[] = [];
  const links: NonNullable<Draft['links']>[number][] = [];
  for (const { item_type: type, text: body } of items) {
    const embed = type === 'embed' ? embedMedia(body ?? '') : undefined;
    if (!embed) html.push(`<div>${body ?? ''}</div>`);
    if (embed?.media) media.push(embed.media);
    if (embed?.link) links.push(embed.link);
  }
  return {
    place,
    ownId: post['_id'],
    title: post.headline ?? items.find(({ headline }) => headline)?.headline,
    html: html.join('\n'),
    media,
    links,
    publishedAt: post.published_date ?? post.firstcreated,
    modifiedAt: post.content_updated_date,
    authors: [authorOf(post)],
    keyEvent: post.lb_highlight ?? undefined,
    pinned: post.sticky ?? undefined,
    language: post.language,
  };
}

/** Who published a post usually wrote it; where somebody else did, only a byline says who. */
function authorOf({ publisher, byline, original_creator: creator }: LiveBlogPost): string | null | undefined {
  if (!publisher || typeof publisher === 'string') return byline;
  const own = !creator || !publisher['_id'] || creator === publisher['_id'];
  return own ? (publisher.display_name ?? byline ?? publisher.byline) : byline;
}
