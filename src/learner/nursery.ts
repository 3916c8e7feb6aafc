import type { Disposable } from '../base/disposable.ts';
import { answerIn } from './answers.ts';
import { type Child, startChild } from './child.ts';
import type { Launch } from './launch.ts';

/** A child that waits for its first request, or why there is none. */
export type Born =
  | { readonly kind: 'child'; readonly child: Child }
  | { readonly kind: 'noChild'; readonly message: string };

/** How long a runtime may take to start on a busy machine; milliseconds. */
const patience = 15_000;

interface Spare {
  readonly memory: number;
  readonly born: Promise<Born>;
}

/** Starts children, and keeps one waiting so that nobody waits for a runtime to start. */
export class Nursery implements Disposable {
  readonly #launch: Launch;
  readonly #children = new Set<Child>();
  #spares: readonly Spare[] = [];
  #guarded: boolean;
  /** What the last program needed, the next one is likely to need too. */
  #preload: readonly string[] = [];
  #disposed = false;

  constructor(launch: Launch) {
    this.#launch = launch;
    this.#guarded = launch.guarded;
  }

  /** Sees to it that at least so many children wait. */
  warm(memory: number, count = 1): void {
    for (let missing = count - this.#spares.length; missing > 0 && !this.#disposed; missing--) this.#addSpare(memory);
  }

  /** Ends the children that wait beyond the first so many. */
  cool(count = 1): void {
    const surplus = this.#spares.slice(count);
    this.#spares = this.#spares.slice(0, count);
    for (const { born } of surplus) {
      void born.then((result) => {
        if (result.kind === 'child') this.release(result.child);
      });
    }
  }

  /** Hands out a waiting child, or a new one; `packages` are the addresses of those its program will load. */
  async take(memory: number, packages: readonly string[]): Promise<Born> {
    this.#preload = packages;
    const spare = this.#spares.find((waiting) => waiting.memory === memory);
    if (spare === undefined) return this.#start(memory);
    this.#forget(spare);
    const born = await spare.born;
    if (born.kind === 'child') born.child.hold(true);
    // Once the request is on its way.
    setImmediate(() => this.warm(memory));
    return born;
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
    const spare = { memory, born: this.#start(memory) };
    this.#spares = [...this.#spares, spare];
    void spare.born.then((result) => {
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

  async #start(memory: number): Promise<Born> {
    if (this.#disposed) return { kind: 'noChild', message: 'The runner was disposed.' };
    const guarded = this.#guarded;
    const born = await this.#attempt(memory, guarded);
    if (born.kind === 'child' || !guarded || this.#disposed) return born;
    // The belt may be what the runtime does not know.
    const unguarded = await this.#attempt(memory, false);
    if (unguarded.kind === 'child') this.#guarded = false;
    return unguarded;
  }

  #attempt(memory: number, guarded: boolean): Promise<Born> {
    const child = startChild(this.#launch, { memory, guarded, preload: this.#preload });
    this.#children.add(child);
    return new Promise((resolve) => {
      let errors = '';
      const settle = (born: Born) => {
        clearTimeout(timer);
        listening.dispose();
        if (born.kind === 'noChild') this.release(child);
        resolve(born);
      };
      const give = (message: string) => settle({ kind: 'noChild', message });
      const timer = setTimeout(() => give(`It did not start within ${patience / 1000} seconds.`), patience);
      const listening = child.heard((heard) => {
        if (heard.kind === 'raw') errors += heard.text;
        if (heard.kind === 'gone')
          give(heard.failure ?? (errors.trim() || `It ended at once with code ${heard.code}.`));
        if (heard.kind !== 'line') return;
        const answer = answerIn(heard.line);
        if (answer?.kind !== 'ready') return give('It did not say that it is ready.');
        if (answer.lacks !== undefined) return give(lacking(answer.lacks));
        child.guarded = answer.guarded;
        settle({ kind: 'child', child });
      });
    });
  }
}

function lacking(what: string): string {
  return `This runtime has no ${what}; Node 22.15 or VS Code 1.106 has it.`;
}
