const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The id that a monotonic ULID factory gives after `ulid` within the same millisecond: one more in base 32. */
export function nextUlid(ulid: string): string {
  for (let index = ulid.length - 1; index >= 0; index--) {
    const digit = DIGITS.indexOf(ulid.charAt(index));
    if (digit < 31) return ulid.slice(0, index) + DIGITS.charAt(digit + 1) + "0".repeat(ulid.length - 1 - index);
  }
  throw new RangeError(`There is no id after ${ulid}.`);
}
