const mostEvents = 1024;
const mostBytes = 4 * 1024 * 1024;

/**
 * How many events to fetch at a time: few at first, then as many as fit into a few megabytes by
 * what the last page held. A stream of large events must not fill the memory.
 */
export class PageSize {
  #events = 64;

  get events(): number {
    return this.#events;
  }

  learnFrom(page: readonly { readonly data: Uint8Array; readonly metadata: Uint8Array }[]): void {
    if (page.length === 0) return;
    const bytes = page.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0);
    const fitting = Math.floor((mostBytes * page.length) / Math.max(bytes, 1));
    this.#events = Math.max(1, Math.min(mostEvents, fitting, this.#events * 4));
  }
}
