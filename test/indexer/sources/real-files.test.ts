import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared, shared } from '../../shared.ts';
import { golden, readOne } from './reading.ts';

const FILES = {
  'html/CorkBeo_2020_10.html': 26,
  'html/Express_2024_07_18.html': 9,
  'html/TheGuardian_2023_05_15.html': 10,
  'blocks-json/content-api-item-with-blocks.json': 6,
  'blocks-json/dotcom-rendering-pmqs-2023-12-13.json': 12,
  'blocks-json/sourcefabric-liveblog-posts.json': 10,
  'ninjs/1.4-ninjsExSimpleText1.json': 1,
  'ninjs/2.1-tt_text_image_2.json': 1,
  'ninjs/3.0-dpa_text.json': 1,
  'ninjs/3.0-ntb_text.json': 1,
};
const goldenName = (file: string) => `golden/${file.replace(/^.*\//, '').replace(/\.\w+$/, '')}.json`;
const textOf = (file: string) => readFileSync(shared(`corpus/${file}`), 'utf8');

describeWithShared('real files of structured formats', 'corpus/html', () => {
  test.each(Object.entries(FILES))('%s: %i updates, as its golden file says', async (file, count) => {
    const found = golden(shared(`corpus/${file}`));
    expect(found.updates).toHaveLength(count);
    expect(found.problems).toEqual([]);
    // Written anew with `vitest -u` and then reviewed by eye beside the page; the comparison ignores layout.
    await expect(JSON.stringify(found, null, 2) + '\n').toMatchFileSnapshot(
      join(import.meta.dirname, '../../fixtures/sources', goldenName(file)),
    );
  });
  test.each(Object.keys(FILES))(
    '%s: ids are legal and unique, texts without markup, entities or mojibake',
    (file) => {
      const { updates } = readOne(file, textOf(file));
      const ids = updates.map(({ sourceId }) => sourceId!);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,128}$/);
      for (const { title = '', text, media } of updates)
        expect([title, text, ...media.map((item) => item.text)].join('\n')).not.toMatch(
          /<\/?[a-z]|&(#\d+|#x\w+|amp|quot|apos|lt|gt);|\u00a0|Â£|â€|\{|Share on/,
        );
    },
  );
  test.each(['CorkBeo_2020_10', 'Express_2024_07_18'])(
    '%s: moments and permalinks are those of its JSON-LD',
    (name) => {
      const text = textOf(`html/${name}.html`);
      const script = [...text.matchAll(/ld\+json[^>]*>(.*?)<\/script>/gs)].find(([, json]) =>
        json!.includes('liveBlogUpdate'),
      );
      const { liveBlogUpdate } = JSON.parse(script![1]!) as {
        liveBlogUpdate: { url: string; datePublished: string; dateModified: string }[];
      };
      const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
      const { updates } = readOne(`${name}.html`, text);
      const bySource = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]));
      expect(
        updates
          .map(({ more, publishedTs }) => [more?.url, publishedTs, seconds(more!.modifiedAt!)])
          .toSorted(bySource),
      ).toEqual(
        liveBlogUpdate
          .map(({ url, datePublished, dateModified }) => [url, seconds(datePublished), seconds(dateModified)])
          .toSorted(bySource),
      );
      for (const { publishedAt, more } of updates)
        expect(more?.modifiedAt?.slice(-6)).toBe(publishedAt.slice(-6));
    },
  );
});
