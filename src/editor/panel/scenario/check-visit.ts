import { type Disposable, DisposableStore } from '../../../base/disposable.ts';
import { Emitter } from '../../../base/emitter.ts';
import { messageOf } from '../../../base/errors.ts';
import type { CheckStore } from '../../../course/check-store.ts';
import type { Judgement, Told } from '../../../course/judgement.ts';
import { couldNotRun, noStore } from '../../../course/mishaps.ts';
import { operationsOf } from '../../../course/scenario.ts';
import type { LearnerSession } from '../../../learner/learner-code.ts';
import { connectionVariable } from '../../../learner/protocol.ts';
import type { CheckView, ComparisonView, TaleView } from '../../../panel/contract.ts';
import type { Place } from '../../../timeline/entry.ts';
import { placeOf, problemOf } from '../asking.ts';
import { comparisonView } from '../comparison-view.ts';
import { type CheckedStep, titleOf } from './checked-step.ts';
import { observeScenario } from './observe.ts';
import { type Performance, ScenarioSource } from './scenario-source.ts';
import type { Tale } from './tale.ts';
import { taleToShow } from './tale-to-show.ts';
import { tellScenario } from './tell.ts';

interface Performed {
  readonly judgement: Judgement;
  readonly tales: readonly Tale[];
}

/** The check of one step, stepped through: its scenario is run on the code, and again whenever that was saved. */
export class CheckVisit implements Performance, Disposable {
  readonly checked: CheckedStep;
  readonly title: string;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  /** Another history is in front, or the check has been run. */
  readonly onChange = this.#changed.event;
  readonly #sources = new Map<string, ScenarioSource>();
  readonly #waiting: ScenarioSource;
  #performed: Performed | undefined;
  #chosen: string | undefined;
  #running = 0;
  #comparisonClosed = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(checked: CheckedStep) {
    this.checked = checked;
    this.title = titleOf(checked);
    this.#waiting = this.#owned.add(new ScenarioSource(this));
  }

  /** What is to be looked at. */
  get source(): ScenarioSource {
    return this.#sources.get(this.#chosen ?? '') ?? this.#waiting;
  }

  get running(): boolean {
    return this.#running > 0 || (this.#performed === undefined && !this.#owned.isDisposed);
  }

  get view(): Omit<CheckView, 'back' | 'chosen'> & { readonly chosen: string } {
    const judgement = this.#performed?.judgement;
    const told = toldOf(judgement);
    return {
      title: this.title,
      branch: this.checked.branch ?? null,
      verdict: judgement?.verdict ?? 'running',
      told: told === undefined ? null : problemOf(told),
      tales: this.#performed?.tales.map(taleView) ?? [],
      chosen: this.#chosen ?? '',
    };
  }

  get comparison(): ComparisonView | null {
    const comparison = toldOf(this.#performed?.judgement)?.comparison;
    if (comparison === undefined || this.#comparisonClosed) return null;
    const { step, branch } = this.checked;
    return comparisonView(`What ${step.number} expects`, comparison, branch ?? 'yours');
  }

  /** The line that the verdict is about. */
  get place(): Place | undefined {
    return placeOf(toldOf(this.#performed?.judgement)?.at);
  }

  closeComparison(): void {
    this.#comparisonClosed = true;
    this.#changed.fire();
  }

  /** False when there is no such history. */
  choose(tale: string): boolean {
    if (!this.#sources.has(tale)) return false;
    this.#chosen = tale;
    return true;
  }

  openSession = async (): Promise<LearnerSession> => (await this.checked.openCode()).session;

  /** One run after the other, so that the last one is on the code that was saved last. */
  run(): Promise<void> {
    this.#running++;
    this.#changed.fire();
    this.#queue = this.#queue.then(async () => {
      // Whoever asked again meanwhile wants to see the newest code, and only that.
      const performed = this.#owned.isDisposed || this.#running > 1 ? undefined : await this.#perform();
      this.#running--;
      if (this.#owned.isDisposed) return;
      if (performed !== undefined) this.#take(performed);
      this.#changed.fire();
    });
    return this.#queue;
  }

  dispose(): void {
    for (const source of this.#sources.values()) source.dispose();
    this.#owned.dispose();
  }

  #take(performed: Performed): void {
    this.#performed = performed;
    for (const tale of performed.tales) {
      const source = this.#sources.get(tale.id);
      if (source !== undefined) source.tell(tale);
      else this.#sources.set(tale.id, new ScenarioSource(this, tale));
    }
    if (performed.tales.some(({ id }) => id === this.#chosen)) return;
    this.#chosen = taleToShow(performed.tales, this.checked.step, toldOf(performed.judgement)?.comparison)?.id;
  }

  async #perform(): Promise<Performed> {
    try {
      return await this.#performWithStore();
    } catch (failure) {
      return { judgement: couldNotRun({ kind: 'noChild', message: messageOf(failure) }), tales: [] };
    }
  }

  async #performWithStore(): Promise<Performed> {
    const { step, openStore } = this.checked;
    if (!operationsOf(step.scenario).some(({ operation }) => operation.op === 'connect')) return this.#performOn();
    const opened = await openStore();
    if (opened.kind !== 'opened') return { judgement: noStore(opened.reason), tales: [] };
    try {
      return await this.#performOn(opened);
    } finally {
      await opened.close();
    }
  }

  async #performOn(opened?: CheckStore): Promise<Performed> {
    const { step } = this.checked;
    const environment = opened === undefined ? {} : { [connectionVariable]: opened.connectionString };
    const code = await this.checked.openCode(environment);
    try {
      const observed = await observeScenario(step, code, opened?.store);
      const tales = await tellScenario(observed, code.session);
      const eventful = tales.filter(({ entries }) => entries.length > 0);
      return { judgement: observed.judgement, tales: eventful.length === 0 ? tales : eventful };
    } finally {
      code.session.dispose();
    }
  }
}

function toldOf(judgement: Judgement | undefined): Told | undefined {
  return judgement === undefined || judgement.verdict === 'pass' ? undefined : judgement.told;
}

function taleView({ id, of, name, entries }: Tale): TaleView {
  return { id, of, name, events: entries.filter(({ kind }) => kind === 'recorded').length };
}
