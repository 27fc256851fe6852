/** Numbers features in the order in which they are added; -1 stands for a feature that wasn't. */
export interface FeatureIndex {
  size: () => number;
  add: (feature: number) => number;
  find: (feature: number) => number;
}

/** Open addressing over two flat arrays: a lookup costs a few nanoseconds, and there are forty for each word. */
export function createFeatureIndex(capacity: number): FeatureIndex {
  const slots = 2 ** Math.ceil(Math.log2(capacity * 2 + 1));
  const keys = new Uint32Array(slots);
  const numbers = new Int32Array(slots).fill(-1);
  let size = 0;
  const slotOf = (feature: number) => {
    let slot = Math.imul(feature, 0x9e3779b1) & (slots - 1);
    while (numbers[slot]! >= 0 && keys[slot] !== feature) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  return {
    size: () => size,
    find: (feature) => numbers[slotOf(feature)]!,
    add: (feature) => {
      const slot = slotOf(feature);
      if (numbers[slot]! >= 0) return numbers[slot]!;
      if (size === capacity) throw new RangeError(`more than ${capacity} features`);
      keys[slot] = feature;
      return (numbers[slot] = size++);
    },
  };
}
