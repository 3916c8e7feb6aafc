import { type Disposable, DisposableStore, toDisposable } from '../base/disposable.ts';

/** A page that is being loaded, and what can be done about it. */
export interface LoadingPage {
  /** Whether somebody could see it. */
  isVisible(): boolean;
  onDidChangeVisibility(listener: () => void): Disposable;
  onDidSpeak(listener: () => void): Disposable;
  onDidClose(listener: () => void): Disposable;
  loadAgain(): void;
  /** It stayed empty even so. */
  giveUp(): void;
}

/** Milliseconds in view after which an empty page is loaded again, and after which that has failed too. */
const limits = { loadAgain: 30_000, giveUp: 60_000 } as const;

/**
 * Waits for a page's first word. A page that stays empty is loaded again without a word to anybody;
 * only when that was in vain it is given up. Time counts only while the page is in view: one behind
 * another tab is not even loaded, and begins anew when it is shown.
 */
export function awaitFirstWord(page: LoadingPage): Disposable {
  const owned = new DisposableStore();
  let timer: NodeJS.Timeout | undefined;
  let wasLoadedAgain = false;
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    if (page.isVisible()) timer = setTimeout(onLimit, wasLoadedAgain ? limits.giveUp : limits.loadAgain);
  };
  const onLimit = () => {
    if (wasLoadedAgain) {
      owned.dispose();
      page.giveUp();
      return;
    }
    wasLoadedAgain = true;
    page.loadAgain();
    start();
  };
  owned.add(toDisposable(stop));
  owned.add(page.onDidChangeVisibility(start));
  owned.add(page.onDidSpeak(() => owned.dispose()));
  owned.add(page.onDidClose(() => owned.dispose()));
  start();
  return owned;
}
