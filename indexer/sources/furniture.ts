/** Elements that never hold news. */
const NO_NEWS = new Set(
  'script style noscript template svg button form input select textarea iframe object embed nav aside canvas audio head dialog'.split(
    ' ',
  ),
);

/** Words of class names and ids that mark advertisements, share bars, boxes that lead elsewhere, and an agency's slug line (TT's `dat`). */
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:ads?|adverts?|advertisement|advertorial|sponsored|share|sharing|sharebar|social-?(?:links|share|bar|buttons)|newsletter|promo|related|read-?more|rich-?link|breadcrumbs?|cookies?|comments?|skip-?(?:link|to)|visually-?hidden|sr-only|hidden|dat)(?=$|[\s_-])/i;

const LEADS_ELSEWHERE =
  /^(?:read (?:more|also|next)|related(?: stories| articles?)?|see also|also read|more on this(?: story)?|don[’']t miss|sign up|subscribe|follow us)\b\s*[:.…>»→-]*\s*/i;
const BARE =
  /^(?:share(?: this)?(?: on \w+)?|comments?|print|e-?mail|copy link|advert(?:isement)?|skip to (?:main )?content|loading[.…]*)$/i;

interface ElementLike {
  name: string;
  attribs: Record<string, string>;
}

/** Is an element part of the page and not of the news? */
export function isFurniture({ name, attribs }: ElementLike): boolean {
  if (NO_NEWS.has(name)) return true;
  if (attribs['hidden'] !== undefined || attribs['aria-hidden'] === 'true') return true;
  // The whole page may be called "has-ads" or the like: only parts of it can be furniture.
  if (name === 'body' || name === 'html' || name === 'article' || name === 'main') return false;
  return FURNITURE_NAME.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`);
}

/** Does a paragraph only lead elsewhere or offer to share? `outsideLinks` is what of it stands outside links. */
export function isFurnitureText(paragraph: string, outsideLinks: string): boolean {
  if (BARE.test(paragraph)) return true;
  if (!LEADS_ELSEWHERE.test(paragraph)) return false;
  return outsideLinks.trim().replace(LEADS_ELSEWHERE, '') === '' && outsideLinks.trim() !== paragraph;
}

/** `21 mins ago`: true only while the page was fresh. */
export const isRelativeTime = (text: string): boolean =>
  /^\s*\d{1,3}\s?(?:s|m|h|d|secs?|mins?|minutes?|hrs?|hours?|days?) ago\s*$/i.test(text);
