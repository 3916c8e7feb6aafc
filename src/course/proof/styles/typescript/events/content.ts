import type { Lines } from '../lines.ts';
import type { Field, Metadata } from './event-form.ts';

/** Expressions for what an event's content is made from, or read with. */
export interface Facts {
  /** The players' names. */
  readonly one: string;
  readonly two: string;
}

/** How `GameStarted` says who plays. */
export interface Starting {
  readonly name: string;
  readonly fields: readonly (Field & { readonly value: (facts: Facts) => string })[];
  /** The two names, where `read` gives the expression for a field. */
  readonly players: (read: (field: string) => string) => Facts;
}

/** How `MoveMade` says who moved. */
export interface Moving {
  readonly name: string;
  readonly field: Field;
  /** From the name of the player who moves. */
  readonly value: (player: string, facts: Facts) => string;
  readonly isOne: (read: string, facts: Facts) => string;
  /** The name itself, where it is in the event. */
  readonly player?: (read: string) => string;
}

/** How `MoveMade` says where. */
export interface Where {
  readonly name: string;
  readonly field: Field;
  readonly value: (column: string) => string;
  readonly letter: (read: string) => string;
}

/** How `GameFinished` says how it ended. */
export interface Ending {
  readonly name: string;
  readonly fields: readonly (Field & { readonly value: (result: string, winner: string) => string })[];
  /** What is declared beside the events for it, and what of that is there when the program runs. */
  readonly declares?: { readonly lines: Lines; readonly values: readonly string[] };
  /** As the board says it: `PLAYER_ONE_WON`, `TIED`, `PLAYER_TWO_WON`. */
  readonly result: (read: (field: string) => string, facts: Facts) => string;
  /** Whether the event names the winner, so that one has to know the players to understand it. */
  readonly names?: true;
}

/** What every event says beside what happened. */
export interface Beside {
  readonly name: string;
  /** Whether only a game can say it, `this` game, so that events are made nowhere else. */
  readonly madeByGame?: true;
  readonly needsId?: true;
  readonly metadata: readonly Metadata[];
}

export const besides: readonly Beside[] = [
  { name: 'nothing beside', metadata: [] },
  { name: 'the time beside', metadata: [{ name: 'at', type: 'Date', value: 'new Date()' }] },
  {
    name: 'a time as a text beside',
    metadata: [{ name: 'timestamp', type: 'string', value: 'new Date().toISOString()' }],
  },
  { name: 'a time as a number beside', metadata: [{ name: 'occurredAt', type: 'number', value: 'performance.now()' }] },
  {
    name: 'metadata beside',
    metadata: [{ name: 'metadata', type: '{ at: number; by: string }', value: "{ at: Date.now(), by: 'me' }" }],
  },
  { name: 'an id beside', metadata: [{ name: 'id', type: 'string', value: 'crypto.randomUUID()' }] },
  { name: 'a version beside', metadata: [{ name: 'version', type: 'number', value: '1' }] },
  {
    name: 'a place in the history beside',
    madeByGame: true,
    metadata: [{ name: 'sequence', type: 'number', value: 'this.events.length' }],
  },
  {
    name: 'the id of the game beside',
    madeByGame: true,
    needsId: true,
    metadata: [{ name: 'gameId', type: 'string', value: 'this.id' }],
  },
];
