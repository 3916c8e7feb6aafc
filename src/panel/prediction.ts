import type { PredictionView } from '../pages/panel/timeline.ts';
import { fieldsToGuess, judgeGuess } from '../timeline/predict.ts';
import type { PanelAggregate } from './panel-aggregate.ts';
import type { PanelSource } from './panel-source.ts';
import { type Looking, rowAt } from './views/showing.ts';

/** Guessing before stepping: off, waiting for a step, asking about the next one, or telling how it went. */
export class Prediction {
  readonly #aggregate: PanelAggregate;
  #view: PredictionView | null = null;

  constructor(aggregate: PanelAggregate) {
    this.#aggregate = aggregate;
  }

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
    const [before, now] = [source.stateAt(cursor.stop, foldedBy), source.stateAt(cursor.stop + 1, foldedBy)];
    const fields = fieldsToGuess(before.fields, now.fields);
    this.#view = { kind: 'asking', next: rowAt(this.#aggregate, source, cursor.stop + 1, foldedBy), fields };
    return true;
  }

  judge(guess: readonly string[], source: PanelSource, { cursor, foldedBy }: Looking): void {
    const [before, now] = [source.stateAt(cursor.stop, foldedBy), source.stateAt(cursor.stop + 1, foldedBy)];
    this.#view = { kind: 'told', ...judgeGuess(guess, before.fields, now.fields) };
  }
}
