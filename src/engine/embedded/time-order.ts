import { ALIVE, type Columns } from './columns.ts';
import { withRoom } from './lists.ts';

/**
 * Puts the living slots in order of time: those that were, without the buried ones, and between them those `from` that
 * slot on. What stays together is copied in one stretch, so a small write takes little time also in a large index.
 */
export function putInOrder(columns: Columns, from: number): void {
  const { newestFirst: before, marks, size, buried } = columns;
  const added = Uint32Array.from({ length: size - from }, (_, i) => from + i)
    .filter((slot) => (marks[slot]! & ALIVE) !== 0)
    .sort((a, b) => byTime(columns, a, b));
  const gone = Uint32Array.from(
    buried.filter((slot) => slot < from),
    (slot) => columns.places[slot]!,
  ).sort();
  const places = added.map((slot) => placeFor(columns, slot));
  columns.newestFirst = spliced(before, gone, added, places);
  columns.places = placesOf(columns.newestFirst, withRoom(columns.places, size));
  columns.buried = [];
}

/** For sorting: the newer slot first, equals by their ties. */
const byTime = ({ order, ties }: Columns, a: number, b: number) =>
  order[b]! - order[a]! || ties[b]! - ties[a]!;

/** Where a slot belongs in the order that there is. */
function placeFor(columns: Columns, slot: number): number {
  const { newestFirst } = columns;
  let [low, high] = [0, newestFirst.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byTime(columns, newestFirst[middle]!, slot) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The slots without those at the places that are gone, and with each added one before the one at its place. All rise. */
function spliced(
  slots: Uint32Array,
  gone: Uint32Array,
  added: Uint32Array,
  places: Uint32Array,
): Uint32Array {
  const all = new Uint32Array(slots.length - gone.length + added.length);
  let [read, written, passed] = [0, 0, 0];
  const copyUpTo = (end: number) => {
    if (end > read) all.set(slots.subarray(read, end), written);
    written += end - read;
    read = end;
  };
  const goTo = (place: number) => {
    for (; gone[passed]! < place; read = gone[passed++]! + 1) copyUpTo(gone[passed]!);
    copyUpTo(place);
  };
  added.forEach((slot, i) => {
    goTo(places[i]!);
    all[written++] = slot;
  });
  goTo(slots.length);
  return all;
}

function placesOf(slots: Uint32Array, places: Uint32Array): Uint32Array {
  for (let place = 0; place < slots.length; place++) places[slots[place]!] = place;
  return places;
}
