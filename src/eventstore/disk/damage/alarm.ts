import type { Disposable } from '../../../base/disposable.ts';
import { Emitter } from '../../../base/emitter.ts';
import type { StoreUnavailable } from '../../results.ts';

/** Tells that something is wrong with a store, each kind of thing once. */
export class Alarm implements Disposable {
  readonly #emitter = new Emitter<StoreUnavailable>();
  readonly #told = new Set<string>();

  readonly event = this.#emitter.event;

  get isSilent(): boolean {
    return this.#told.size === 0;
  }

  sound(trouble: StoreUnavailable): void {
    const kind = trouble.why ?? 'stopped';
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    this.#emitter.fire(trouble);
  }

  dispose(): void {
    this.#emitter.dispose();
  }
}
