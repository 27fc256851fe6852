/** Rising numbers as the differences between them, seven bits to a byte: where they stand close together, a byte each. */
export function packRising(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * LONGEST);
  let length = 0;
  let before = 0;
  for (const number of numbers) {
    let left = number - before;
    before = number;
    for (; left >= MORE; left = Math.floor(left / MORE)) bytes[length++] = (left % MORE) + MORE;
    bytes[length++] = left;
  }
  return bytes.slice(0, length);
}

/** The numbers that were packed. */
export function unpackRising(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length);
  let [length, number, unit] = [0, 0, 1];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < MORE) {
      number += byte * unit;
      numbers[length++] = number;
      unit = 1;
    } else {
      number += (byte - MORE) * unit;
      unit *= MORE;
    }
  }
  return numbers.subarray(0, length);
}

/** The high bit of a byte: the number goes on. */
const MORE = 128;

/** Bytes that a number of 32 bits takes at most. */
const LONGEST = 5;
