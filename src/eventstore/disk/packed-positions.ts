/** Positions as differences, each in as many groups of seven bits as it needs: about two bytes a link. */
export function packPositions(positions: readonly number[]): Uint8Array {
  // A difference below 2^53 has at most eight groups.
  const packed = Buffer.allocUnsafe(positions.length * 8);
  let at = 0;
  let before = 0;
  for (const position of positions) {
    let rest = position - before;
    for (; rest > 127; rest = Math.floor(rest / 128)) packed[at++] = (rest % 128) | 128;
    packed[at++] = rest;
    before = position;
  }
  return packed.subarray(0, at);
}

export function unpackPositions(packed: Uint8Array): number[] {
  const positions: number[] = [];
  let position = 0;
  let difference = 0;
  let factor = 1;
  for (const byte of packed) {
    difference += (byte & 127) * factor;
    if (byte > 127) {
      factor *= 128;
      continue;
    }
    position += difference;
    positions.push(position);
    difference = 0;
    factor = 1;
  }
  return positions;
}
