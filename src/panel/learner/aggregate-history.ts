import type { Picture } from '../../domain/picture.ts';
import type { Member } from '../../learner/protocol.ts';
import type { CommandSeen, Entry, EventSeen, Failure, Lane, RefusedEntry, SilentEntry } from '../../timeline/entry.ts';
import type { FieldValue } from '../../timeline/field-value.ts';
import type { ReferenceFold } from '../../timeline/reference.ts';
import type { StateAt, Stuck } from '../../timeline/state-at.ts';
import type { PanelAggregate } from '../panel-aggregate.ts';
import { withId } from './identity.ts';
import { stateOf } from './observed-events.ts';
import { fieldsOfMembers } from './observed-values.ts';

/** What applying one event to a fresh aggregate showed. */
export type Applied =
  | { readonly kind: 'applied'; readonly members: readonly Member[] }
  | { readonly kind: 'threw'; readonly failure: Failure };

/** What there is to see after events: a fresh aggregate at each of them, or the live one after them all. */
export type SeenAfterwards =
  | { readonly kind: 'rebuilt'; readonly applied: readonly Applied[] }
  | { readonly kind: 'live'; readonly members: readonly Member[] };

export interface RecordedBy {
  readonly events: readonly EventSeen[];
  /** How many of all events are stored already; those stand in the historical lane. */
  readonly stored: number;
  readonly command: CommandSeen | undefined;
  /** Where all of these stand, whatever is stored. */
  readonly lane?: Lane;
}

/** What a learner's aggregate has gone through: what happened, and the state after each of it. */
export class AggregateHistory {
  readonly #aggregate: PanelAggregate;
  readonly #id: string | undefined;
  readonly #entries: Entry[] = [];
  readonly #states: StateAt[];
  /** What the events say by themselves; fills in for a state that shows no picture. */
  readonly #reference: ReferenceFold;
  #state: readonly Member[];
  #picture: Picture | undefined;
  #stuck: Stuck | undefined;

  /** Every state is shown under that id, whichever object it was seen in. */
  constructor(aggregate: PanelAggregate, fresh: readonly Member[], id: string | undefined) {
    this.#aggregate = aggregate;
    this.#id = id;
    this.#reference = aggregate.reference.newFold();
    this.#state = this.#stateIn(fresh);
    this.#states = [this.#stateNow()];
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** One more than entries: the first is the start. */
  get states(): readonly StateAt[] {
    return this.#states;
  }

  get events(): number {
    return this.#reference.length;
  }

  get stuck(): Stuck | undefined {
    return this.#stuck;
  }

  get latest(): readonly FieldValue[] {
    return fieldsOfMembers(this.#state);
  }

  /** A command that recorded nothing; `seen` is the state afterwards, where it is known. */
  add(entry: RefusedEntry | SilentEntry, seen: readonly Member[] | undefined): void {
    if (seen !== undefined) this.#state = this.#stateIn(seen);
    this.#push(entry);
  }

  /** Something that no state knows of; the state stays what it was. */
  pass(entry: Entry): void {
    this.#push(entry);
  }

  record({ events, stored, command, lane: told }: RecordedBy, seen: SeenAfterwards): void {
    events.forEach((event, index) => {
      const revision = BigInt(this.#reference.length);
      const lane: Lane = told ?? (this.#reference.length < stored ? 'historical' : 'uncommitted');
      this.#reference.append(event);
      this.#see(seen, index);
      const first = index === 0 && command !== undefined;
      this.#push({ kind: 'recorded', revision, lane, event, ...(first ? { command } : {}) });
    });
  }

  #see(seen: SeenAfterwards, index: number): void {
    if (this.#stuck !== undefined) return;
    const applied = seen.kind === 'rebuilt' ? seen.applied[index] : undefined;
    if (seen.kind === 'live') this.#state = this.#stateIn(seen.members);
    else if (applied?.kind === 'applied') this.#state = this.#stateIn(applied.members);
    else if (applied?.kind === 'threw') this.#stuck = { entry: this.#entries.length, failure: applied.failure };
  }

  #stateIn(members: readonly Member[]): readonly Member[] {
    return withId(stateOf(members), this.#id);
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    this.#states.push(this.#stateNow());
  }

  #stateNow(): StateAt {
    const { picture, from } = this.#aggregate.pictures.seen(this.#state, this.#reference.picture, this.#picture);
    this.#picture = picture;
    const state: StateAt = { fields: fieldsOfMembers(this.#state), picture, pictureFrom: from };
    return this.#stuck === undefined ? state : { ...state, stuck: this.#stuck };
  }
}
