// Unpacks LZMA, by the specification that comes with the LZMA SDK (Igor Pavlov, public domain: https://7-zip.org/sdk.html).
// Browsers unpack gzip themselves, which leaves a quarter more; what npm has for LZMA is six times as large as this, or
// three times as slow.

/** How likely a bit is to be 0, in parts of 2048; and by how much a bit that comes changes that. */
const EVEN = 1024;
const SHIFT = 5;

const even = (count) => new Uint16Array(count).fill(EVEN);

/** Bits out of the packed bytes, each by how likely it is. */
class RangeDecoder {
  #bytes;
  #at = 1;
  #range = 2 ** 32 - 1;
  #code = 0;

  constructor(bytes) {
    this.#bytes = bytes;
    for (let count = 0; count < 4; count++) this.#code = this.#code * 256 + this.#next();
  }

  #next() {
    if (this.#at >= this.#bytes.length) throw new RangeError("What is packed ends early.");
    return this.#bytes[this.#at++];
  }

  #fill() {
    if (this.#range >= 2 ** 24) return;
    this.#range *= 256;
    this.#code = this.#code * 256 + this.#next();
  }

  bit(chances, index) {
    const chance = chances[index];
    const bound = (this.#range >>> 11) * chance;
    const bit = this.#code < bound ? 0 : 1;
    if (bit) {
      this.#range -= bound;
      this.#code -= bound;
      chances[index] = chance - (chance >> SHIFT);
    } else {
      this.#range = bound;
      chances[index] = chance + ((2048 - chance) >> SHIFT);
    }
    this.#fill();
    return bit;
  }

  /** Bits that are as likely 0 as 1. */
  direct(count) {
    let bits = 0;
    for (; count > 0; count--) {
      this.#range = Math.floor(this.#range / 2);
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit) this.#code -= this.#range;
      bits = bits * 2 + bit;
      this.#fill();
    }
    return bits;
  }

  /** A number of so many bits, the highest first. */
  tree(chances, from, count) {
    let node = 1;
    for (let bit = 0; bit < count; bit++) node = (node << 1) | this.bit(chances, from + node);
    return node - (1 << count);
  }

  /** The same, the lowest first. */
  reverseTree(chances, from, count) {
    let node = 1;
    let number = 0;
    for (let place = 0; place < count; place++) {
      const bit = this.bit(chances, from + node);
      node = (node << 1) | bit;
      number |= bit << place;
    }
    return number;
  }

  /** Whether the bits end as they should. */
  get isFinished() {
    return this.#code === 0;
  }
}

/** How long a match is, from 2. */
class Lengths {
  #choice = even(2);
  #low = even(16 << 3);
  #middle = even(16 << 3);
  #high = even(256);

  read(coder, position) {
    if (!coder.bit(this.#choice, 0)) return 2 + coder.tree(this.#low, position << 3, 3);
    if (!coder.bit(this.#choice, 1)) return 10 + coder.tree(this.#middle, position << 3, 3);
    return 18 + coder.tree(this.#high, 0, 8);
  }
}

/** How far back a new match is, from 0. */
class Distances {
  #slots = even(4 << 6);
  #middle = even(128);
  #low = even(16);

  read(coder, length) {
    const slot = coder.tree(this.#slots, Math.min(length - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** count;
    if (slot < 14) return base + coder.reverseTree(this.#middle, base - slot, count);
    return base + coder.direct(count - 4) * 16 + coder.reverseTree(this.#low, 0, 4);
  }
}

/** Which of the last distances comes again. */
function again(coder, isLater, state) {
  let which = 0;
  while (which < 3 && coder.bit(isLater[which], state)) which++;
  return which;
}

/** One byte that is no match: by the byte before, and by the one that a match would have gone on with. */
function literal(coder, chances, from, expected) {
  let node = 1;
  for (let bits = expected; bits !== undefined && node < 256; bits <<= 1) {
    const hoped = (bits >> 7) & 1;
    const bit = coder.bit(chances, from + ((1 + hoped) << 8) + node);
    node = (node << 1) | bit;
    if (bit !== hoped) break;
  }
  while (node < 256) node = (node << 1) | coder.bit(chances, from + node);
  return node & 255;
}

/**
 * The bytes of a stream of LZMA with its header of 13 bytes, which says how many they are.
 *
 * Throws a RangeError if the stream is damaged, as far as that shows.
 */
export function unpacked(packed) {
  const header = new DataView(packed.buffer, packed.byteOffset, 13);
  const properties = header.getUint8(0);
  const contextBits = properties % 9;
  const placeMask = (1 << Math.floor(properties / 9) % 5) - 1;
  const positionMask = (1 << Math.floor(properties / 45)) - 1;
  const bytes = new Uint8Array(header.getUint32(5, true));
  const coder = new RangeDecoder(packed.subarray(13));
  const literals = even((768 * (placeMask + 1)) << contextBits);
  const isMatch = even(12 << 4);
  const isAgain = even(12);
  const isLater = [even(12), even(12), even(12)];
  const isLong = even(12 << 4);
  const [lengths, lengthsAgain, distances] = [new Lengths(), new Lengths(), new Distances()];
  /** The last distances, the newest first. */
  let last = [0, 0, 0, 0];
  /** What came before, as the specification numbers it: below 7, a literal came last. */
  let state = 0;
  let at = 0;
  const copy = (length) => {
    const from = at - last[0] - 1;
    if (from < 0 || at + length > bytes.length) throw new RangeError("What is packed leads out of itself.");
    for (let index = 0; index < length; index++) bytes[at++] = bytes[from + index];
  };
  while (at < bytes.length) {
    const position = at & positionMask;
    if (!coder.bit(isMatch, (state << 4) + position)) {
      const before = at > 0 ? bytes[at - 1] : 0;
      const context = ((at & placeMask) << contextBits) + (before >> (8 - contextBits));
      bytes[at] = literal(coder, literals, 768 * context, state < 7 ? undefined : bytes[at - last[0] - 1]);
      at++;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
    } else if (!coder.bit(isAgain, state)) {
      const length = lengths.read(coder, position);
      last = [distances.read(coder, length), ...last.slice(0, 3)];
      state = state < 7 ? 7 : 10;
      copy(length);
    } else {
      const which = again(coder, isLater, state);
      const isShort = which === 0 && !coder.bit(isLong, (state << 4) + position);
      last = [last[which], ...last.filter((_, index) => index !== which)];
      const length = isShort ? 1 : lengthsAgain.read(coder, position);
      state = state < 7 ? (isShort ? 9 : 8) : 11;
      copy(length);
    }
  }
  if (!coder.isFinished) throw new RangeError("What is packed is damaged.");
  return bytes;
}
