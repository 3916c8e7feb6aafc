/** Thrown at bytes that are no protobuf. */
export class MalformedMessage extends Error {
  constructor() {
    super('The message is not well-formed protobuf.');
  }
}

/** Goes through the fields of a protobuf message, one after the other. Everything it gives out is a view, not a copy. */
export class WireInput {
  readonly #bytes: Buffer;
  #at: number;
  readonly #end: number;
  /** Number of the field that `next` stopped at. */
  field = 0;
  #wireType = 0;

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  /** Goes to the next field; its value has to be read, or skipped, before this is called again. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const tag = this.#number();
    this.field = Math.floor(tag / 8);
    this.#wireType = tag % 8;
    if (this.field === 0) throw new MalformedMessage();
    return true;
  }

  /** The fields of the message in this field. */
  message(): WireInput {
    const [start, end] = this.#range();
    return new WireInput(this.#bytes, start, end);
  }

  bytes(): Buffer {
    const [start, end] = this.#range();
    return this.#bytes.subarray(start, end);
  }

  text(): string {
    const [start, end] = this.#range();
    return this.#bytes.toString('utf8', start, end);
  }

  /** An unsigned 64-bit number. */
  unsigned(): bigint {
    if (this.#wireType !== 0) throw new MalformedMessage();
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw new MalformedMessage();
  }

  signed(): bigint {
    return BigInt.asIntN(64, this.unsigned());
  }

  boolean(): boolean {
    return this.unsigned() !== 0n;
  }

  skip(): void {
    if (this.#wireType === 0) this.unsigned();
    else if (this.#wireType === 1) this.#advance(8);
    else if (this.#wireType === 2) this.#range();
    else if (this.#wireType === 5) this.#advance(4);
    else throw new MalformedMessage();
  }

  #range(): readonly [start: number, end: number] {
    if (this.#wireType !== 2) throw new MalformedMessage();
    const length = this.#number();
    const start = this.#at;
    this.#advance(length);
    return [start, this.#at];
  }

  #advance(length: number): void {
    if (length > this.#end - this.#at) throw new MalformedMessage();
    this.#at += length;
  }

  /** A varint that has to be small: a tag or a length. */
  #number(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new MalformedMessage();
  }

  #byte(): number {
    const byte = this.#at < this.#end ? this.#bytes[this.#at] : undefined;
    if (byte === undefined) throw new MalformedMessage();
    this.#at += 1;
    return byte;
  }
}
