import { randomUUID } from 'node:crypto';
import type { Disposable } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../event-store.ts';
import type { ProjectionDefinition, ProjectionMode } from './definition.ts';
import { defaultLimits } from './process/limits.ts';
import { type Deletion, Projection, type ProjectionContext } from './projection.ts';
import type { ProcessLimits } from './protocol.ts';
import type { ChangeResult, CreateResult, ProjectionFailed, StatisticsResult, ValueResult } from './results.ts';
import { isStandard, keptByTheStore, keptStatistics, standardDefinitions } from './standard.ts';
import { Definitions } from './storage/definitions.ts';

export interface CreateRequest {
  /** Undefined where the mode is `OneTime`: such a one has a name of the store's making. */
  readonly name: string | undefined;
  readonly mode: ProjectionMode;
  readonly query: string;
  readonly emitEnabled: boolean;
  readonly trackEmittedStreams: boolean;
}

export interface UpdateRequest {
  readonly name: string;
  readonly query: string;
  /** Stays as it is when left out. */
  readonly emitEnabled?: boolean;
}

/** Which projections somebody asks about. */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'mode'; readonly mode: ProjectionMode };

const done = { kind: 'done' } as const;

/** All projections of a store: the standard ones, and one's own with their code in processes of their own. */
export class Projections implements Disposable {
  readonly #context: ProjectionContext;
  readonly #projections = new Map<string, Projection>();
  /** Names that are being created. */
  readonly #creating = new Set<string>();
  #loaded: Promise<void>;
  /** Why what is stored could not be read; nothing is changed then. */
  #problem: string | undefined;
  #isDisposed = false;

  /** Continues what was left in the store, which stays its owner's. */
  constructor(store: EventStore, limits: ProcessLimits = defaultLimits) {
    this.#context = { store, limits, definitions: new Definitions(store) };
    this.#loaded = this.#load();
  }

  async create(request: CreateRequest): Promise<CreateResult> {
    const problem = (await this.#ready()) ?? problemWith(request);
    if (problem !== undefined) return problem;
    const name = request.name ?? randomUUID();
    if (this.#projections.has(name) || this.#creating.has(name) || isStandard(name)) return { kind: 'conflict', name };
    this.#creating.add(name);
    try {
      await (await this.#make(name, request)).start();
      return done;
    } catch (thrown) {
      return { kind: 'failed', reason: messageOf(thrown) };
    } finally {
      this.#creating.delete(name);
    }
  }

  update({ name, query, emitEnabled }: UpdateRequest): Promise<ChangeResult> {
    const change = emitEnabled === undefined ? { query } : { query, emitEnabled };
    return this.#change(name, (projection) => projection.update(change));
  }

  async enable(name: string): Promise<ChangeResult> {
    return keptByTheStore.includes(name) ? done : this.#change(name, (projection) => projection.enable());
  }

  disable(name: string, withCheckpoint: boolean): Promise<ChangeResult> {
    return this.#change(name, (projection) => projection.disable(withCheckpoint));
  }

  reset(name: string): Promise<ChangeResult> {
    return this.#change(name, (projection) => projection.reset());
  }

  async delete(name: string, deletion: Deletion): Promise<ChangeResult> {
    if (isStandard(name)) return failed("We currently don't allow for the deletion of System Projections.");
    const result = await this.#change(name, (projection) => projection.delete(deletion));
    if (result.kind === 'done') this.#projections.delete(name);
    return result;
  }

  async statistics(selection: Selection): Promise<StatisticsResult> {
    const problem = await this.#ready();
    if (problem !== undefined) return problem;
    const own = await Promise.all([...this.#projections.values()].map((projection) => projection.statistics()));
    const all = [...(await keptStatistics(this.#context.store)), ...own];
    switch (selection.kind) {
      case 'all':
        return { kind: 'statistics', projections: all };
      case 'mode':
        return { kind: 'statistics', projections: all.filter(({ mode }) => mode === selection.mode) };
      case 'name': {
        const projections = all.filter(({ name }) => name === selection.name);
        return projections.length === 0
          ? { kind: 'notFound', name: selection.name }
          : { kind: 'statistics', projections };
      }
    }
  }

  state(name: string, partition: string): Promise<ValueResult> {
    return this.#value(name, async (projection) => (await projection.state(partition)) ?? null);
  }

  result(name: string, partition: string): Promise<ValueResult> {
    return this.#value(name, (projection) => projection.result(partition));
  }

  /** Stops everything at once and begins again from what is stored. */
  async restart(): Promise<ChangeResult> {
    await this.#loaded;
    this.#stopAll();
    this.#loaded = this.#load();
    return (await this.#ready()) ?? done;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stopAll();
  }

  #stopAll(): void {
    for (const projection of this.#projections.values()) projection.dispose();
    this.#projections.clear();
  }

  async #ready(): Promise<ProjectionFailed | undefined> {
    await this.#loaded;
    return this.#problem === undefined ? undefined : failed(this.#problem);
  }

  async #load(): Promise<void> {
    this.#problem = undefined;
    try {
      const { definitions } = this.#context;
      const standard = standardDefinitions.map(async (known) => (await definitions.loadOne(known.name)) ?? known);
      const own = (await definitions.load()).filter(({ name }) => !isStandard(name));
      for (const definition of [...(await Promise.all(standard)), ...own]) {
        // What is stored comes first; the code of one that takes its time holds up nobody else.
        void (await this.#add(definition)).start();
      }
    } catch (thrown) {
      this.#stopAll();
      this.#problem = `The projections of this store could not be started: ${messageOf(thrown)}`;
    }
  }

  async #make(name: string, { mode, query, emitEnabled, trackEmittedStreams }: CreateRequest): Promise<Projection> {
    const { definitions } = this.#context;
    const id = mode === 'Transient' ? 0 : await definitions.register(name);
    const definition = {
      name,
      id,
      mode,
      query,
      enabled: true,
      emitEnabled,
      trackEmittedStreams,
      version: 0,
      epoch: 0,
    };
    if (mode !== 'Transient') await definitions.save(definition);
    return this.#add(definition);
  }

  async #add(definition: ProjectionDefinition): Promise<Projection> {
    const projection = await Projection.load(this.#context, definition);
    if (this.#isDisposed) projection.dispose();
    else this.#projections.set(definition.name, projection);
    return projection;
  }

  async #change(name: string, work: (projection: Projection) => Promise<ChangeResult>): Promise<ChangeResult> {
    const problem = await this.#ready();
    if (problem !== undefined) return problem;
    if (keptByTheStore.includes(name)) return failed(`${name} is kept by the store itself and always runs.`);
    const projection = this.#projections.get(name);
    return projection === undefined ? { kind: 'notFound', name } : work(projection);
  }

  async #value(
    name: string,
    read: (projection: Projection) => Promise<string | null | ProjectionFailed>,
  ): Promise<ValueResult> {
    const problem = await this.#ready();
    if (problem !== undefined) return problem;
    if (keptByTheStore.includes(name)) return { kind: 'value', json: null };
    const projection = this.#projections.get(name);
    if (projection === undefined) return { kind: 'notFound', name };
    const value = await read(projection);
    return value === null || typeof value === 'string' ? { kind: 'value', json: value } : value;
  }
}

function problemWith({ name, mode, emitEnabled, trackEmittedStreams }: CreateRequest): ProjectionFailed | undefined {
  if (mode !== 'OneTime' && (name ?? '').trim() === '') return failed('Projection name is required');
  if (trackEmittedStreams && !emitEnabled) return failed('EmitEnabled must be set to true to track emitted streams.');
  return undefined;
}

function failed(reason: string): ProjectionFailed {
  return { kind: 'failed', reason };
}
