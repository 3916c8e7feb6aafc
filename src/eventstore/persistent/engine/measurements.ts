/** One figure of EventStoreDB's extra statistics; milliseconds. */
export interface Measurement {
  readonly key: string;
  readonly value: number;
}

const windowSize = 1000;
const percentiles = [90, 95, 99, 99.5, 99.9];

/** How long a consumer took for each of its newest messages. */
export class Measurements {
  readonly #window: number[] = [];
  #next = 0;

  add(milliseconds: number): void {
    this.#window[this.#next] = Math.trunc(milliseconds);
    this.#next = (this.#next + 1) % windowSize;
  }

  /** Nothing before anything was measured. */
  summary(): Measurement[] {
    const sorted = this.#window.toSorted((a, b) => a - b);
    if (sorted.length === 0) return [];
    const at = (share: number) => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0;
    const sum = sorted.reduce((total, value) => total + value, 0);
    return [
      { key: 'Mean', value: Math.trunc(sum / sorted.length) },
      { key: 'Median', value: at(0.5) },
      { key: 'Fastest', value: at(0) },
      ...[0, 1, 2, 3, 4].map((n) => ({ key: `Quintile ${n + 1}`, value: at(n / 5) })),
      ...percentiles.map((percent) => ({ key: `${percent}%`, value: at(percent / 100) })),
      { key: 'Highest', value: at(1) },
    ];
  }
}
