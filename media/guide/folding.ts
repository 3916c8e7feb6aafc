import type { Json } from '../../src/base/json.ts';
import type { GuideExercise } from '../../src/pages/guide/contract.ts';

/**
 * What the learner folded and unfolded by hand. It holds against the host's opinion until that
 * changes: a step that becomes the current one opens, whatever was done to it before.
 */
export class Folding {
  #exercise = '';
  #byHand = new Map<string, { readonly opened: boolean; readonly against: boolean }>();

  isOpen(name: string, opinion: boolean): boolean {
    const known = this.#byHand.get(name);
    return known !== undefined && known.against === opinion ? known.opened : opinion;
  }

  toggle(name: string, opinion: boolean): void {
    this.#byHand.set(name, { opened: !this.isOpen(name, opinion), against: opinion });
  }

  open(name: string, opinion: boolean): void {
    this.#byHand.set(name, { opened: true, against: opinion });
  }

  /** Forgets what was done in another exercise, and what the host has changed its mind about. */
  follow({ id, intro, steps }: GuideExercise): void {
    if (this.#exercise !== id) this.#byHand.clear();
    this.#exercise = id;
    const opinions = new Map([['intro', intro.opened], ...steps.map((step) => [step.number, step.opened] as const)]);
    for (const [name, { against }] of this.#byHand) {
      if (opinions.get(name) !== against) this.#byHand.delete(name);
    }
  }

  toJson(): Json {
    return { exercise: this.#exercise, byHand: [...this.#byHand].map(([name, { opened }]) => [name, opened]) };
  }

  /** Takes back what `toJson` gave; ignores everything else. */
  restore(json: unknown): void {
    if (!isRecord(json) || typeof json.exercise !== 'string' || !Array.isArray(json.byHand)) return;
    this.#exercise = json.exercise;
    for (const entry of json.byHand) {
      if (!Array.isArray(entry)) continue;
      const [name, opened]: unknown[] = entry;
      if (typeof name === 'string' && typeof opened === 'boolean') {
        this.#byHand.set(name, { opened, against: !opened });
      }
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
