import type { Line } from './lines.ts';
import type { Mark } from './marks.ts';
import { zoneOf } from './zone.ts';

/** The zone of a page's clocks, as it is written, and who says so. */
export interface PageZone {
  zone: string;
  /** The words that name it, and where they stand. */
  named: string;
  /** Why it holds for a clock that names none; absent where the page itself says that it does. */
  note?: string;
}

const STATEMENT =
  /\b(?:all )?times (?:are |given |listed |shown |local )*(?:in )?(?<zone>[A-Z]{1,4}T|UTC|[A-Z]{3,4}|eastern|central|pacific)\b/iu;

/** What the head of a page says about its clocks: `All times GMT`. */
export function zoneNamedIn(head: readonly Line[]): PageZone | undefined {
  for (const { text, number } of head) {
    const { 0: said, groups } = STATEMENT.exec(text) ?? {};
    const written = groups?.['zone'];
    if (!written) continue;
    const zone = /^(eastern|central|pacific)$/iu.test(written) ? `${written[0]!}T` : written;
    if (zoneOf(zone)) return { zone: zone.toUpperCase(), named: `“${said}” in line ${number}` };
  }
  return undefined;
}

/** Where only some marks name a zone, the others mean it too. */
export function zoneOfMarks(marks: Mark[]): PageZone | undefined {
  const counts = new Map<string, number>();
  for (const { time } of marks) if (time.zone) counts.set(time.zone, (counts.get(time.zone) ?? 0) + 1);
  const most = [...counts].reduce<[string, number] | undefined>(
    (a, b) => (a && a[1] >= b[1] ? a : b),
    undefined,
  );
  return (
    most && {
      zone: most[0],
      named: `“${most[0]}” beside other clocks of the page`,
      note: `no time zone given, read as ${most[0]} like other updates of the page`,
    }
  );
}
