import { isAbsent, itemsOf, memberNamed, spelling, stringOf, stringsIn, writtenOut } from '../../course/observed.ts';
import { toSeenEvent } from '../../course/seen-event.ts';
import { type Board, columns, type Token } from '../../domain/board.ts';
import type { Member, Observed } from '../../learner/protocol.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import type { GamePicture } from '../../timeline/moment.ts';
import { fieldsOf, jsonOfMembers, leavesOfMembers } from './observed-values.ts';

/** The events a `Game` shows: all in order, how many of them are stored, and the member they were read from. */
export interface EventsSeen {
  readonly events: readonly EventSeen[];
  readonly stored: number;
  readonly list: 'events' | 'uncommittedEvents' | undefined;
}

/** The tutorial's own Python spells it with one t, and so may who comes from there. */
const eventLists = ['events', 'historicalevents', 'uncommittedevents', 'uncommitedevents'];

export function eventsIn(members: readonly Member[]): EventsSeen {
  const all = listNamed(members, 'events');
  const historical = listNamed(members, 'historicalEvents') ?? [];
  const uncommitted = listNamed(members, 'uncommittedEvents') ?? listNamed(members, 'uncommitedEvents');
  if (all !== undefined) return { events: all.map(eventSeen), stored: historical.length, list: 'events' };
  if (uncommitted === undefined) return { events: [], stored: 0, list: undefined };
  const both = [...historical, ...uncommitted];
  return { events: both.map(eventSeen), stored: historical.length, list: 'uncommittedEvents' };
}

/** An event that stands in a list twice is written out twice. */
function listNamed(members: readonly Member[], name: string): readonly Observed[] | undefined {
  const member = memberNamed(members, name);
  return member && itemsOf(writtenOut(member));
}

export function eventSeen(value: Observed): EventSeen {
  const { type, fields } = toSeenEvent(value);
  return { type, data: jsonOfMembers(fields), fields: leavesOfMembers(fields) };
}

/** What is state of a `Game`: its members without the events themselves, and without `_x` where `x` shows the same. */
export function stateOf(members: readonly Member[]): readonly Member[] {
  const names = new Set(members.map(({ name }) => name));
  return members.filter(
    ({ name, value }) =>
      value.kind !== 'function' &&
      !eventLists.includes(spelling(name)) &&
      !(name.startsWith('_') && names.has(name.slice(1))),
  );
}

/** What board and scoresheet can be told from the state; where the state is silent, `otherwise` speaks. */
export function pictureOf(state: readonly Member[], otherwise: GamePicture): GamePicture {
  const text = (name: string, fallback: string | undefined) => {
    const found = findMember(state, name);
    if (found === undefined) return fallback;
    return isAbsent(found) ? undefined : (stringOf(found) ?? stringsIn(found)[0]);
  };
  const playerOne = text('playerOne', otherwise.playerOne);
  const playerTwo = text('playerTwo', otherwise.playerTwo);
  const nextPlayer = text('nextPlayer', otherwise.nextPlayer);
  const result = text('result', otherwise.result);
  const board = boardIn(state, playerOne, playerTwo) ?? otherwise.board;
  return { board, playerOne, playerTwo, nextPlayer, result };
}

/** On the object itself, or one level below (`game.state.playerOne`). */
function findMember(members: readonly Member[], name: string): Observed | undefined {
  const here = memberNamed(members, name);
  if (here !== undefined) return here;
  for (const { value } of members) {
    const below = value.kind === 'object' ? memberNamed(value.fields, name) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The first value with a list of tokens under each of the keys A to G, looked for three levels deep. */
export function boardIn(
  members: readonly Member[],
  playerOne: string | undefined,
  playerTwo: string | undefined,
  depth = 3,
): Board | undefined {
  const here = readBoard(members, playerOne, playerTwo);
  if (here !== undefined || depth === 0) return here;
  for (const { value } of members) {
    const fields = fieldsOf(value);
    const found = fields === undefined ? undefined : boardIn(fields, playerOne, playerTwo, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readBoard(members: readonly Member[], playerOne?: string, playerTwo?: string): Board | undefined {
  const read = columns.map((column) => {
    const items = itemsOf(members.find(({ name }) => name === column)?.value);
    const tokens = items?.map((item) => tokenOf(item, playerOne, playerTwo));
    return tokens?.every((token) => token !== undefined) ? tokens : undefined;
  });
  const [A, B, C, D, E, F, G] = read;
  return A && B && C && D && E && F && G ? { A, B, C, D, E, F, G } : undefined;
}

function tokenOf(value: Observed, playerOne?: string, playerTwo?: string): Token | undefined {
  const text = stringsIn(value)[0];
  if (text === undefined) return undefined;
  if (text === playerOne || /^(red|r|one|x)$/i.test(text)) return 'RED';
  return text === playerTwo || /^(yellow|y|two|o)$/i.test(text) ? 'YELLOW' : undefined;
}
