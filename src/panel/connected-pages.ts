import { type Disposable, toDisposable } from '../base/disposable.ts';
import type { ToPage } from '../pages/panel/contract.ts';
import { ConnectedPage, type Rows, type WithoutRows } from './connected-page.ts';

/** All the pages that show the panel. They come and go. */
export class ConnectedPages {
  readonly #pages = new Set<ConnectedPage>();

  /** Whether anybody looks. */
  get watched(): boolean {
    return this.#ready.length > 0;
  }

  /** Give what the page says to `receive`; dispose when it is gone. */
  connect(
    post: (message: ToPage) => void,
    receive: (page: ConnectedPage, message: unknown) => void,
  ): Disposable & { receive(message: unknown): void } {
    const page = new ConnectedPage(post);
    this.#pages.add(page);
    const gone = toDisposable(() => this.#pages.delete(page));
    return { dispose: () => gone.dispose(), receive: (message) => receive(page, message) };
  }

  bring(now: WithoutRows, rows: Rows): void {
    for (const page of this.#ready) page.bring(now, rows);
  }

  clear(): void {
    this.#pages.clear();
  }

  get #ready(): readonly ConnectedPage[] {
    return [...this.#pages].filter(({ isReady }) => isReady);
  }
}
