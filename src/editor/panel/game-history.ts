import type { Member } from '../../learner/protocol.ts';
import type { CommandSeen, Entry, EventSeen, Failure, Lane, RefusedEntry, SilentEntry } from '../../timeline/entry.ts';
import { FoldedStream } from '../../timeline/fold.ts';
import { gameEventOf } from '../../timeline/game-event.ts';
import type { Leaf } from '../../timeline/leaf.ts';
import type { Moment, Stuck } from '../../timeline/moment.ts';
import { referenceFolder, referenceMoment } from '../../timeline/reference.ts';
import { pictureOf, stateOf } from './observed-game.ts';
import { leavesOfMembers } from './observed-values.ts';

/** What applying one event to a fresh `Game` showed. */
export type Applied =
  | { readonly kind: 'applied'; readonly members: readonly Member[] }
  | { readonly kind: 'threw'; readonly failure: Failure };

/** What there is to see after events: the fresh game at each of them, or the live one after them all. */
export type Shown =
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

/** What a learner's `Game` has gone through: what happened, and the state after each of it. */
export class GameHistory {
  readonly #entries: Entry[] = [];
  readonly #moments: Moment[];
  /** What the events say by themselves; fills in for a state that shows no board. */
  readonly #reference = new FoldedStream(referenceFolder);
  #state: readonly Member[];
  #stuck: Stuck | undefined;

  constructor(fresh: readonly Member[]) {
    this.#state = stateOf(fresh);
    this.#moments = [this.#moment()];
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** One more than entries: the first is before anything happened. */
  get moments(): readonly Moment[] {
    return this.#moments;
  }

  get events(): number {
    return this.#reference.length;
  }

  get stuck(): Stuck | undefined {
    return this.#stuck;
  }

  get latest(): readonly Leaf[] {
    return leavesOfMembers(this.#state);
  }

  /** A command that recorded nothing; `seen` is the state afterwards, where it is known. */
  add(entry: RefusedEntry | SilentEntry, seen: readonly Member[] | undefined): void {
    if (seen !== undefined) this.#state = stateOf(seen);
    this.#push(entry);
  }

  /** Something that no state knows of; the state stays what it was. */
  pass(entry: Entry): void {
    this.#push(entry);
  }

  record({ events, stored, command, lane: told }: RecordedBy, shown: Shown): void {
    events.forEach((event, index) => {
      const revision = BigInt(this.#reference.length);
      const lane: Lane = told ?? (this.#reference.length < stored ? 'historical' : 'uncommitted');
      this.#reference.append(gameEventOf(event));
      this.#see(shown, index);
      const first = index === 0 && command !== undefined;
      this.#push({ kind: 'recorded', revision, lane, event, ...(first ? { command } : {}) });
    });
  }

  #see(shown: Shown, index: number): void {
    if (this.#stuck !== undefined) return;
    const applied = shown.kind === 'rebuilt' ? shown.applied[index] : undefined;
    if (shown.kind === 'live') this.#state = stateOf(shown.members);
    else if (applied?.kind === 'applied') this.#state = stateOf(applied.members);
    else if (applied?.kind === 'threw') this.#stuck = { entry: this.#entries.length, failure: applied.failure };
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    this.#moments.push(this.#moment());
  }

  #moment(): Moment {
    const { game } = referenceMoment(this.#reference.after(this.#reference.length).state);
    const picture = pictureOf(this.#state, game);
    const boardFrom = picture.board === game.board ? 'events' : 'state';
    const moment: Moment = { leaves: leavesOfMembers(this.#state), game: picture, boardFrom };
    return this.#stuck === undefined ? moment : { ...moment, stuck: this.#stuck };
  }
}
