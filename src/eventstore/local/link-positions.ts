/** Positions of some thousand links that follow each other. */
export interface IndexPage {
  /** The first link's revision. */
  readonly first: number;
  readonly count: number;
  /** Positions in order; worked out when somebody asks. */
  positions(): readonly number[];
}

/** Where the links of a standard projection's stream lead, by revision. Only the pages that are asked for are unpacked. */
export class LinkPositions {
  readonly #pages: readonly IndexPage[];
  readonly #unpacked = new Map<IndexPage, readonly number[]>();
  readonly #kept: number;
  /** What follows the pages. */
  readonly #rest: number[];

  constructor(pages: readonly IndexPage[], rest: readonly number[]) {
    const last = pages.at(-1);
    this.#pages = pages;
    this.#kept = last === undefined ? 0 : last.first + last.count;
    this.#rest = [...rest];
  }

  get length(): number {
    return this.#kept + this.#rest.length;
  }

  /** Undefined outside of the stream. */
  at(revision: number): number | undefined {
    if (revision >= this.#kept) return this.#rest[revision - this.#kept];
    const page = this.#pageOf(revision);
    return page && this.#positionsOf(page)[revision - page.first];
  }

  push(position: number): void {
    this.#rest.push(position);
  }

  #positionsOf(page: IndexPage): readonly number[] {
    const known = this.#unpacked.get(page);
    if (known !== undefined) return known;
    const positions = page.positions();
    this.#unpacked.set(page, positions);
    return positions;
  }

  #pageOf(revision: number): IndexPage | undefined {
    let low = 0;
    let high = this.#pages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pages[middle]?.first ?? 0) <= revision) low = middle;
      else high = middle - 1;
    }
    return this.#pages[low];
  }
}
