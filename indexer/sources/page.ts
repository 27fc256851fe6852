import { plainText, type Dom, type DomElement } from './dom.ts';
import { nodesOfType, textOf } from './json-ld.ts';
import { parseHtml } from './parse-markup.ts';
import type { Input } from './source.ts';
import { webAddress } from './web-address.ts';

/** A parsed HTML page and what its head says. */
export interface Page {
  $: Dom;
  title: string | undefined;
  url: string | undefined;
  language: string | undefined;
  publisher: string | undefined;
  /** When the page says it was published, as written there. */
  published: () => string | undefined;
  /** The element with an id; of several, the first. */
  byId: (id: string) => DomElement | undefined;
}

const pages = new WeakMap<Input, Page>();

/** The input read as a page, once for all formats that look at it. */
export function readPage(input: Input): Page {
  const known = pages.get(input);
  if (known) return known;
  const $ = parseHtml(input.text);
  const meta = (name: string) =>
    $(`meta[property="${name}"], meta[name="${name}"]`).attr('content')?.trim() || undefined;
  const page = {
    $,
    title: meta('og:title') ?? (plainText($('title').slice(0, 1).toArray()) || undefined),
    url: webAddress($('link[rel="canonical"]').attr('href')) ?? webAddress(meta('og:url')),
    language: $('html').attr('lang') ?? meta('og:locale')?.replace('_', '-'),
    publisher: meta('og:site_name'),
    published: () => meta('article:published_time') ?? publishedInData($),
    byId: elementsById($),
  };
  pages.set(input, page);
  return page;
}

const ARTICLES = ['NewsArticle', 'ReportageNewsArticle', 'LiveBlogPosting'];

const publishedInData = ($: Dom): string | undefined =>
  ARTICLES.flatMap((type) => nodesOfType($, type).nodes)
    .map(({ value }) => textOf(value['datePublished']))
    .find(Boolean);

/** An index made at the first question: a selector for each of 50,000 blocks would take forever. */
function elementsById($: Dom): Page['byId'] {
  let index: Map<string, DomElement> | undefined;
  return (id) => {
    index ??= new Map(
      $('[id]')
        .toArray()
        .toReversed()
        .map((element) => [element.attribs['id']!, element]),
    );
    return index.get(id);
  };
}
