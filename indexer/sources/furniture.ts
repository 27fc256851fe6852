/** Elements that never hold news. */
const NO_NEWS = new Set(
  'script style noscript template svg button form input select textarea iframe object embed nav aside canvas audio head dialog'.split(
    ' ',
  ),
);

/**
 * Class names and ids that mark advertisements, share bars, boxes that lead elsewhere, and an agency's
 * slug line (TT's `dat`). Only whole names: `share-prices`, `ad-hoc` and `related-to-storm` are news.
 */
const FURNITURE_NAMES = new Set(
  'ad ads advert adverts advertisement advertisements advertorial sponsored share sharing sharebar sharetools newsletter newsletters promo promos related readmore breadcrumb breadcrumbs cookie cookies comment comments skiplink skip-to visuallyhidden visually-hidden sr-only screen-reader-text dat'.split(
    ' ',
  ),
);

/** Compounds that mean the same wherever they stand in a name (`js-ad-slot`, `article-share-buttons`), unless it only has one (`has-ad-slot`). */
const FURNITURE_COMPOUND = new RegExp(
  `(?<![^-_])(?<!\\b(?:has|with|no|without)-)(?:${[
    '(?:ads?|advert|advertisement)-(?:slot|container|wrapper|wrap|unit|banner|box|label|placeholder|space|frame|holder)',
    '(?:gpt|dfp|taboola|outbrain|google|banner|native)-ads?',
    'sponsored-(?:content|links?|posts?)',
    '(?:share|sharing)-(?:bar|buttons?|links?|tools?|icons?|items?|filler|widget|box|menu|container|wrapper|list)',
    'sharebar-(?:icon|provider|signin)',
    'social-?(?:bar|buttons?|icons?|links?|share|sharing|media-(?:bar|buttons|icons|links))',
    'newsletter-(?:sign-?up|subscribe|form|box|promo|banner|widget|container)',
    'promo-(?:box|banner|block|unit|container)',
    'related-?(?:stories|story|articles?|content|links?|posts?|topics?|items?|coverage|entity|entities|box|list|container|widget)',
    'read-more(?:-(?:box|links?|button))?',
    'rich-?link',
    'breadcrumbs?-(?:nav|list|trail|item|container)',
    'cookie-(?:banner|bar|notice|consent|message)',
    'comments?-(?:area|box|button|container|count|form|link|list|section|thread|wrapper)',
    'skip-(?:link|to-content|to-main|to-main-content|to-navigation)',
  ].join('|')})(?![^-_])`,
);

/** Tailwind's `hidden md:block` is shown on all but small screens. */
const SHOWN_SOMEWHERE = /:(?:block|flex|grid|inline|inline-block|inline-flex|table|contents)$/;

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
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`.toLowerCase().split(/\s+/);
  if (names.includes('hidden') && !names.some((other) => SHOWN_SOMEWHERE.test(other))) return true;
  return names.some(isFurnitureName);
}

/** What follows `__` or `--` is a part or a variant of what the name says (BEM). */
function isFurnitureName(name: string): boolean {
  const hyphened = name.replace(/(?<!_)_(?!_)/g, '-');
  const [block = ''] = hyphened.split(/__|--/);
  return FURNITURE_NAMES.has(block) || FURNITURE_COMPOUND.test(hyphened);
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
