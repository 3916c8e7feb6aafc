import type { PredictionView } from '../../panel/contract.ts';
import { fieldsToGuess, judgeGuess } from '../../timeline/predict.ts';
import type { PanelSource } from './panel-source.ts';
import { type Looking, rowAt } from './showing.ts';

/** Guessing before stepping: off, waiting for a step, asking about the next one, or telling how it went. */
export class Prediction {
  #view: PredictionView | null = null;

  get view(): PredictionView | null {
    return this.#view;
  }

  switch(on: boolean): void {
    this.#view = on ? { kind: 'waiting' } : null;
  }

  /** Something else was done than answering. */
  forget(): void {
    if (this.#view !== null) this.#view = { kind: 'waiting' };
  }

  /** True when the step has to wait for a guess. */
  asks(source: PanelSource, { cursor, foldedBy }: Looking): boolean {
    if (this.#view === null || this.#view.kind === 'asking' || cursor.following) return false;
    const [before, now] = [source.moment(cursor.stop, foldedBy), source.moment(cursor.stop + 1, foldedBy)];
    const fields = fieldsToGuess(before.leaves, now.leaves);
    this.#view = { kind: 'asking', next: rowAt(source, cursor.stop + 1, foldedBy), fields };
    return true;
  }

  judge(guess: readonly string[], source: PanelSource, { cursor, foldedBy }: Looking): void {
    const [before, now] = [source.moment(cursor.stop, foldedBy), source.moment(cursor.stop + 1, foldedBy)];
    this.#view = { kind: 'told', ...judgeGuess(guess, before.leaves, now.leaves) };
  }
}
