/** A protobuf message of known length in the making. Field numbers are below 16, so that each tag is one byte. */
export class WireOutput {
  readonly bytes: Buffer;
  #at = 0;

  constructor(length: number) {
    this.bytes = Buffer.allocUnsafe(length);
  }

  /** Begins a length-delimited field. */
  header(field: number, length: number): void {
    this.bytes[this.#at++] = (field << 3) | 2;
    this.#number(length);
  }

  field(field: number, content: Uint8Array): void {
    this.header(field, content.length);
    this.raw(content);
  }

  varint(field: number, value: bigint): void {
    this.bytes[this.#at++] = field << 3;
    if (value <= safe) this.#number(Number(value));
    else this.#bigint(value);
  }

  /** Fields that are written already. */
  raw(content: Uint8Array): void {
    this.bytes.set(content, this.#at);
    this.#at += content.length;
  }

  /** Characters of one byte each. */
  ascii(text: string): void {
    this.#at += this.bytes.write(text, this.#at, 'latin1');
  }

  #number(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes[this.#at++] = (rest % 128) | 128;
    this.bytes[this.#at++] = rest;
  }

  #bigint(value: bigint): void {
    let rest = value;
    for (; rest > 127n; rest >>= 7n) this.bytes[this.#at++] = Number(rest & 127n) | 128;
    this.bytes[this.#at++] = Number(rest);
  }
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** Bytes of a length-delimited field below number 16 with so many bytes in it. */
export function fieldLength(content: number): number {
  return 1 + numberLength(content) + content;
}

/** Bytes of a varint field below number 16. */
export function varintFieldLength(value: bigint): number {
  if (value <= safe) return 1 + numberLength(Number(value));
  return 1 + Math.ceil(value.toString(2).length / 7);
}

function numberLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1;
  return length;
}
