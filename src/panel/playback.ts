import type { Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import { atTheStart, type Cursor, resize, type Step, seek, step } from '../timeline/cursor.ts';

/** Where in time somebody looks, moved by hand or by itself. */
export class Playback implements Disposable {
  readonly #stepped = new Emitter<void>();
  /** It went a step by itself. */
  readonly onStep = this.#stepped.event;
  #cursor: Cursor = atTheStart;
  #timer: NodeJS.Timeout | undefined;

  get cursor(): Cursor {
    return this.#cursor;
  }

  get playing(): boolean {
    return this.#timer !== undefined;
  }

  /** Another history is looked at. */
  restart(): void {
    this.#cursor = atTheStart;
  }

  /** There are so many entries now. */
  resize(stops: number): void {
    this.#cursor = resize(this.#cursor, stops);
  }

  seek(stop: number): void {
    this.#move(seek(this.#cursor, stop));
  }

  step(by: Step): void {
    this.#move(step(this.#cursor, by));
  }

  /** From where it is to now, or all of it where that is now already. */
  play(perSecond: number): void {
    this.pause();
    if (this.#cursor.following) this.#cursor = step(this.#cursor, 'first');
    this.#timer = setInterval(() => {
      this.step('forward');
      this.#stepped.fire();
    }, 1000 / perSecond);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  dispose(): void {
    this.pause();
    this.#stepped.dispose();
  }

  #move(cursor: Cursor): void {
    this.#cursor = cursor;
    if (cursor.following) this.pause();
  }
}
