import { z } from 'zod';
import type { Problem } from '../document.ts';
import type { Draft } from './draft.ts';
import { withCredit } from './html-embeds.ts';
import { hasType, isNode, listOf, nodesOfType, resolver, textOf, type LdNode } from './json-ld.ts';
import { microdataNodes } from './microdata.ts';
import { blockOf, isPaged, type PageBlock } from './page-block.ts';
import { readPage, type Page } from './page.ts';
import { notRead, present } from './present.ts';
import { fit, ignoredIn, ignoredNote } from './shape.ts';
import type { Input, Parsed, Source } from './source.ts';
import { fragmentOf, isSamePage, webAddress } from './web-address.ts';

const one = z.unknown().optional();
const line = z
  .union([z.string(), z.number(), z.array(z.string())])
  .nullish()
  .catch(undefined);

/** A live blog, or one of its updates, as schema.org describes it. */
const posting = z.looseObject({
  '@id': line,
  url: one,
  headline: line,
  name: line,
  datePublished: line,
  dateModified: line,
  articleBody: line,
  text: line,
  description: line,
  inLanguage: one,
  author: one,
  image: one,
  publisher: one,
});
type Posting = z.infer<typeof posting>;

/** A page that marks its updates as schema.org `LiveBlogPosting`, in JSON-LD or microdata. */
export const liveBlogPosting: Source = {
  name: 'live-blog-posting',
  recognizes: (input) =>
    /<[a-z!]/i.test(input.text) &&
    input.text.includes('LiveBlogPosting') &&
    readBlogs(input).nodes.length > 0,
  *parse(input) {
    yield toDocument(input, readBlogs(input));
  },
};

/** The live blogs of a page that have updates. */
function readBlogs(input: Input): { nodes: LdNode[]; problems: Problem[] } {
  const { $ } = readPage(input);
  const { nodes, problems } = nodesOfType($, 'LiveBlogPosting');
  const withUpdates = (found: LdNode[]) =>
    found.filter(({ value }) => listOf(value['liveBlogUpdate']).length > 0);
  const resolve = resolver($);
  const marked = withUpdates(nodes.map(({ value, place }) => ({ value: resolve(value), place })));
  return { nodes: marked.length > 0 ? marked : withUpdates(inMicrodata(input)), problems };
}

/** Microdata often names the updates only by their type. */
function inMicrodata(input: Input): LdNode[] {
  const { $ } = readPage(input);
  const updates = microdataNodes($, 'BlogPosting');
  return microdataNodes($, 'LiveBlogPosting').map(({ value, place }) => ({
    place,
    value: { ...value, liveBlogUpdate: value['liveBlogUpdate'] ?? updates.map((update) => update.value) },
  }));
}

function toDocument(input: Input, { nodes, problems: broken }: ReturnType<typeof readBlogs>): Parsed {
  const page = readPage(input);
  const [first] = nodes;
  const problems = [...broken];
  const address =
    webAddress(
      textOf(first?.value['url'], '@id') ?? textOf(first?.value['mainEntityOfPage'], '@id', 'url'),
    ) ?? page.url;
  const setting: Setting = {
    page,
    resolve: resolver(page.$),
    ignored: [],
    address: input.hints.url ?? address?.replace(/#.*$/, ''),
    pages: [input.hints.url, address, page.url].map((url) => url?.replace(/#.*$/, '')),
  };
  const read = nodes.flatMap((blog) => updatesOf(blog, setting, problems));
  const paged = isPaged(page, setting.address);
  return present(input, {
    hints: {
      title: textOf(first?.value['headline']) ?? textOf(first?.value['name']) ?? page.title,
      url: address,
      publisher: textOf(first?.value['publisher'], 'name') ?? page.publisher,
      timeZone: read.map(({ block }) => block?.timeZone).find(Boolean),
      language: textOf(first?.value['inLanguage'], 'alternateName') ?? page.language,
    },
    complete: !paged,
    drafts: read.map(({ draft }) => draft),
    problems,
    notes: [
      ...(paged ? [notRead('one page of several, the other pages')] : []),
      ...(nodes.length > 1 ? [`${nodes.length} live blogs on one page, read as one document`] : []),
      ...ignoredNote(setting.ignored),
    ],
  });
}

interface Setting {
  page: Page;
  address: string | undefined;
  /** All that the page is called: none of it names an update. */
  pages: readonly (string | undefined)[];
  /** Puts nodes in the place of references to them. */
  resolve: ReturnType<typeof resolver>;
  /** Places that are of another type than expected. */
  ignored: string[];
}

interface Read {
  draft: Draft;
  block: PageBlock | undefined;
}

function updatesOf({ value: blog, place }: LdNode, setting: Setting, problems: Problem[]): Read[] {
  const list = listOf(blog['liveBlogUpdate']);
  return list.flatMap((update, i): Read[] => {
    const at = `${place}.liveBlogUpdate[${i}]`;
    const node = isNode(update) ? setting.resolve(update) : update;
    const shape = fit(posting, node, at);
    if (shape.problem) {
      problems.push(shape.problem);
      return [];
    }
    setting.ignored.push(...ignoredIn(node, shape.value).map((name) => `${at}.${name}`));
    return [toRead(shape.value, blog, at, setting)];
  });
}

const only = (value: z.infer<typeof line>): string | undefined =>
  typeof value === 'number' ? String(value) : textOf(value);

/** As a number it is an epoch. */
const moment = (value: z.infer<typeof line>): string | number | undefined =>
  typeof value === 'number' ? value : textOf(value);

function toRead(
  update: Posting,
  blog: Record<string, unknown>,
  place: string,
  { page, address, pages }: Setting,
): Read {
  const id = only(update['@id']);
  const url = webAddress(textOf(update.url, '@id'), address) ?? webAddress(id, address);
  const namesUpdate = (name: string | undefined) =>
    name !== undefined && !pages.some((own) => isSamePage(name, own));
  const ownId = fragmentOf(url) ?? (id?.startsWith('#') ? fragmentOf(id) : [id, url].find(namesUpdate));
  const field = only(update.articleBody) ?? only(update.text) ?? only(update.description) ?? '';
  const block = ownId === undefined ? undefined : blockOf(page, ownId, field);
  const headline = only(update.headline) ?? only(update.name);
  // Some pages give every update the blog's own headline and time; then the page itself knows better.
  const repeated = headline !== undefined && headline === textOf(blog['headline']);
  const sameTime =
    block?.publishedAt !== undefined &&
    only(update.datePublished) === textOf(blog['datePublished']) &&
    repeated;
  const draft: Draft = {
    place,
    ownId,
    title: repeated ? block?.title : headline,
    ...(block?.html ? { html: block.html } : { field }),
    publishedAt: sameTime ? block.publishedAt : moment(update.datePublished),
    modifiedAt: sameTime ? block.modifiedAt : moment(update.dateModified),
    url: url && fragmentOf(url) ? url : (block?.url ?? url),
    media: picturesOf(update.image, blog['image']),
    authors: listOf(update.author).map((person) => textOf(person, 'name')),
    kind: hasType(update, 'Summary') ? 'summary' : 'update',
  };
  return { draft, block };
}

/** The pictures that an update's data describes in words; those of the whole blog are not its own. */
function picturesOf(images: unknown, ofBlog: unknown): NonNullable<Draft['media']> {
  const captionOf = (image: unknown) => (isNode(image) ? textOf(image['caption']) : undefined);
  const shared = new Set(listOf(ofBlog).map(captionOf));
  return listOf(images).flatMap((image) => {
    const caption = captionOf(image);
    if (!isNode(image) || !caption || shared.has(caption)) return [];
    const credit =
      textOf(image['creditText']) ?? textOf(image['creator'], 'name') ?? textOf(image['author'], 'name');
    const told = withCredit(caption, credit);
    return told ? [{ type: 'image' as const, ...told }] : [];
  });
}
