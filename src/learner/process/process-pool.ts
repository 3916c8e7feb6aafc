import type { Disposable } from '../../base/disposable.ts';
import type { Driver } from '../runtime.ts';
import { readAnswer } from './answer.ts';
import { type Child, startProcess } from './child.ts';

/** A child that waits for its first request, or why there is none. */
export type StartResult =
  | { readonly kind: 'child'; readonly child: Child }
  | { readonly kind: 'noChild'; readonly message: string };

/** What a runtime may take to start on a busy machine. */
const startTimeoutMs = 15_000;

interface Spare {
  readonly memory: number;
  readonly started: Promise<StartResult>;
}

/** Starts children, and keeps one waiting so that nobody waits for a runtime to start. */
export class ProcessPool implements Disposable {
  readonly #driver: Driver;
  readonly #children = new Set<Child>();
  #spares: readonly Spare[] = [];
  #guarded: boolean;
  /** What the last program needed, the next one is likely to need too. */
  #preload: readonly string[] = [];
  #disposed = false;

  constructor(driver: Driver) {
    this.#driver = driver;
    this.#guarded = driver.canBeGuarded;
  }

  /** Sees to it that at least so many children wait. */
  warm(memory: number, count = 1): void {
    for (let missing = count - this.#spares.length; missing > 0 && !this.#disposed; missing--) this.#addSpare(memory);
  }

  /** Ends the children that wait beyond the first so many. */
  cool(count = 1): void {
    const surplus = this.#spares.slice(count);
    this.#spares = this.#spares.slice(0, count);
    for (const { started } of surplus) {
      void started.then((result) => {
        if (result.kind === 'child') this.release(result.child);
      });
    }
  }

  /** Hands out a waiting child, or a new one; `packages` are those its program will load. */
  async take(memory: number, packages: readonly string[]): Promise<StartResult> {
    this.#preload = packages;
    const spare = this.#spares.find((waiting) => waiting.memory === memory);
    if (spare === undefined) return this.#start(memory);
    this.#forget(spare);
    const result = await spare.started;
    if (result.kind === 'child') result.child.hold(true);
    // Once the request is on its way.
    setImmediate(() => this.warm(memory));
    return result;
  }

  /** Ends a child that was handed out. */
  release(child: Child): void {
    this.#children.delete(child);
    child.dispose();
  }

  dispose(): void {
    this.#disposed = true;
    for (const child of this.#children) child.dispose();
    this.#children.clear();
    this.#spares = [];
  }

  #addSpare(memory: number): void {
    const spare = { memory, started: this.#start(memory) };
    this.#spares = [...this.#spares, spare];
    void spare.started.then((result) => {
      if (result.kind !== 'child') return;
      result.child.hold(false);
      result.child.heard((heard) => {
        if (heard.kind === 'gone' && this.#forget(spare)) this.release(result.child);
      });
    });
  }

  /** Whether it was still waiting. */
  #forget(spare: Spare): boolean {
    const before = this.#spares.length;
    this.#spares = this.#spares.filter((waiting) => waiting !== spare);
    return this.#spares.length < before;
  }

  async #start(memory: number): Promise<StartResult> {
    if (this.#disposed) return { kind: 'noChild', message: 'The runner was disposed.' };
    const guarded = this.#guarded;
    const result = await this.#attempt(memory, guarded);
    if (result.kind === 'child' || !guarded || this.#disposed) return result;
    // The guard may be what the runtime does not know.
    const unguarded = await this.#attempt(memory, false);
    if (unguarded.kind === 'child') this.#guarded = false;
    return unguarded;
  }

  #attempt(memory: number, guarded: boolean): Promise<StartResult> {
    const child = startProcess(this.#driver.start({ memory, guarded, preload: this.#preload }));
    this.#children.add(child);
    return new Promise((resolve) => {
      let errors = '';
      const settle = (result: StartResult) => {
        clearTimeout(timer);
        listening.dispose();
        if (result.kind === 'noChild') this.release(child);
        resolve(result);
      };
      const give = (message: string) => settle({ kind: 'noChild', message });
      const timer = setTimeout(() => give(`It did not start within ${startTimeoutMs / 1000} seconds.`), startTimeoutMs);
      const listening = child.heard((heard) => {
        if (heard.kind === 'raw') errors += heard.text;
        if (heard.kind === 'gone')
          give(heard.failure ?? (errors.trim() || `It ended at once with code ${heard.code}.`));
        if (heard.kind !== 'line') return;
        const answer = readAnswer(heard.line);
        if (answer?.kind !== 'ready') return give('It did not say that it is ready.');
        if (answer.lacks !== undefined) return give(this.#driver.lacking(answer.lacks));
        child.guarded = answer.guarded;
        settle({ kind: 'child', child });
      });
    });
  }
}
