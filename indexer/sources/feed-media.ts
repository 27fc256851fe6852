import type { DomElement } from './dom.ts';
import type { Draft } from './draft.ts';
import { withCredit } from './html-embeds.ts';
import { childrenNamed, childText } from './xml.ts';

/** Pictures and videos of an item as Media RSS describes them (`media:content` with `media:description`), those that have words. */
export function mediaOfItem(item: DomElement): NonNullable<Draft['media']> {
  const around = [item, ...childrenNamed(item, 'media:group')];
  const contents = around.flatMap((element) => childrenNamed(element, 'media:content'));
  return contents.flatMap((content) => {
    // What all contents have in common may stand beside them.
    const told = (name: string) =>
      [content, ...around].map((element) => childText(element, name)).find(Boolean);
    const caption = withCredit(told('media:description') ?? '', told('media:credit'));
    return caption ? [{ type: isVideo(content) ? ('video' as const) : ('image' as const), ...caption }] : [];
  });
}

const isVideo = ({ attribs: { medium, type = '' } }: DomElement): boolean =>
  medium === 'video' || type.startsWith('video/');
