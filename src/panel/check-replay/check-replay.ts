import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import type { CheckStore } from '../../course/check-store.ts';
import { newSeed } from '../../course/draw.ts';
import type { DrawnStep } from '../../course/exercise.ts';
import { noStore, notStarted } from '../../course/feedback/failure-messages.ts';
import type { Judgement, Told } from '../../course/judgement.ts';
import { operationsOf } from '../../course/scenario.ts';
import { connectionVariable } from '../../learner/protocol.ts';
import type { CheckView, ComparisonView, HistoryView } from '../../pages/panel/check.ts';
import { locationOf, problemOf } from '../learner/learner-queries.ts';
import type { OwnCode } from '../own-code.ts';
import { comparisonView } from '../views/comparison-view.ts';
import { type CheckedStep, titleOf } from './checked-step.ts';
import type { History } from './history.ts';
import { historyToShow } from './history-to-show.ts';
import { observeScenario } from './observe.ts';
import { ReplaySource, type RunningCheck } from './replay-source.ts';
import { historiesOf } from './scenario-histories.ts';

/** What came of running the scenario. */
interface Replayed {
  readonly judgement: Judgement;
  readonly histories: readonly History[];
}

/** The check of one step, stepped through: its scenario is run on the code, and again whenever that was saved. */
export class CheckReplay implements RunningCheck, Disposable {
  readonly checked: CheckedStep;
  readonly title: string;
  readonly code: OwnCode;
  readonly #step: DrawnStep;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  /** Another history is in front, or the check has been run. */
  readonly onChange = this.#changed.event;
  readonly #sources = new Map<string, ReplaySource>();
  readonly #waiting: ReplaySource;
  #replayed: Replayed | undefined;
  #chosen: string | undefined;
  #running = 0;
  #comparisonClosed = false;
  readonly #queue = new SerialQueue();

  constructor({ aggregate, language }: Omit<OwnCode, 'open'>, checked: CheckedStep) {
    this.checked = checked;
    this.title = titleOf(checked);
    this.#step = checked.step.drawn(checked.seed ?? newSeed());
    this.code = { aggregate, language, open: async () => (await checked.openCode()).session };
    this.#waiting = this.#owned.add(new ReplaySource(this));
  }

  /** What is to be looked at. */
  get source(): ReplaySource {
    return this.#sources.get(this.#chosen ?? '') ?? this.#waiting;
  }

  get running(): boolean {
    return this.#running > 0 || (this.#replayed === undefined && !this.#owned.isDisposed);
  }

  get view(): Omit<CheckView, 'back' | 'chosen'> & { readonly chosen: string } {
    const judgement = this.#replayed?.judgement;
    const told = toldOf(judgement);
    return {
      title: this.title,
      branch: this.checked.branch ?? null,
      verdict: judgement?.verdict ?? 'running',
      told: told === undefined ? null : problemOf(told),
      histories: this.#replayed?.histories.map(historyView) ?? [],
      chosen: this.#chosen ?? '',
    };
  }

  get comparison(): ComparisonView | null {
    const comparison = toldOf(this.#replayed?.judgement)?.comparison;
    if (comparison === undefined || this.#comparisonClosed) return null;
    const { step, branch } = this.checked;
    return comparisonView(`What ${step.number} expects`, comparison, branch ?? 'yours');
  }

  /** The line that the verdict is about. */
  get location(): SourceLocation | undefined {
    return locationOf(toldOf(this.#replayed?.judgement)?.at);
  }

  closeComparison(): void {
    this.#comparisonClosed = true;
    this.#changed.fire();
  }

  /** False when there is no such history. */
  choose(history: string): boolean {
    if (!this.#sources.has(history)) return false;
    this.#chosen = history;
    return true;
  }

  /** One run after the other, so that the last one is on the code that was saved last. */
  run(): Promise<void> {
    this.#running++;
    this.#changed.fire();
    return this.#queue.run(async () => {
      // Whoever asked again meanwhile wants to see the newest code, and only that.
      const replayed = this.#owned.isDisposed || this.#running > 1 ? undefined : await this.#replay();
      this.#running--;
      if (this.#owned.isDisposed) return;
      if (replayed !== undefined) this.#take(replayed);
      this.#changed.fire();
    });
  }

  dispose(): void {
    for (const source of this.#sources.values()) source.dispose();
    this.#owned.dispose();
  }

  #take(replayed: Replayed): void {
    this.#replayed = replayed;
    for (const history of replayed.histories) {
      const source = this.#sources.get(history.id);
      if (source !== undefined) source.tell(history);
      else this.#sources.set(history.id, new ReplaySource(this, history));
    }
    if (replayed.histories.some(({ id }) => id === this.#chosen)) return;
    this.#chosen = historyToShow(replayed.histories, this.checked.step, toldOf(replayed.judgement)?.comparison)?.id;
  }

  async #replay(): Promise<Replayed> {
    try {
      return await this.#replayWithStore();
    } catch (failure) {
      return { judgement: notStarted(messageOf(failure)), histories: [] };
    }
  }

  async #replayWithStore(): Promise<Replayed> {
    const { openStore } = this.checked;
    if (!operationsOf(this.#step.scenario).some(({ operation }) => operation.op === 'connect')) return this.#replayOn();
    const opened = await openStore();
    if (opened.kind !== 'opened') return { judgement: noStore(opened.reason), histories: [] };
    try {
      return await this.#replayOn(opened);
    } finally {
      await opened.close();
    }
  }

  async #replayOn(opened?: CheckStore): Promise<Replayed> {
    const { reference } = this.code.aggregate;
    const environment = opened === undefined ? {} : { [connectionVariable]: opened.connectionString };
    const code = await this.checked.openCode(environment);
    try {
      const observed = await observeScenario(reference.code, this.#step, code, opened?.store);
      const histories = await historiesOf(this.code.aggregate, observed, code.session);
      const eventful = histories.filter(({ entries }) => entries.length > 0);
      return { judgement: observed.judgement, histories: eventful.length === 0 ? histories : eventful };
    } finally {
      code.session.dispose();
    }
  }
}

function toldOf(judgement: Judgement | undefined): Told | undefined {
  return judgement === undefined || judgement.verdict === 'pass' ? undefined : judgement.told;
}

function historyView({ id, of, name, entries }: History): HistoryView {
  return { id, of, name, events: entries.filter(({ kind }) => kind === 'recorded').length };
}
