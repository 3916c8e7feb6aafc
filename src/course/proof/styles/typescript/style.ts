import { classEvents } from './events/class-events.ts';
import { besides } from './events/content.ts';
import { endings } from './events/ending.ts';
import type { EventForm } from './events/event-form.ts';
import { movings, wheres } from './events/moving.ts';
import { objectEvents } from './events/object-events.ts';
import { startings } from './events/starting.ts';
import { tupleEvents } from './events/tuple-events.ts';
import { applyStyles } from './game/applying.ts';
import { boards } from './game/board.ts';
import { errors } from './game/errors.ts';
import { guards, starteds } from './game/guards.ts';
import { constraints, identities, loads } from './game/identity.ts';
import { lists } from './game/lists.ts';
import { bases, commandStyles, flourishes, recordings } from './game/recording.ts';
import { states } from './game/state.ts';
import { storedLists } from './game/stored-lists.ts';
import { spellings } from './lines.ts';
import { moduleStyles } from './modules.ts';
import { mappings, storedForms } from './storing/mapping.ts';
import { addStyles, clients, getStyles, streamNames } from './storing/repository.ts';

/** Which exercise a program is for: its game starts, or is played as well, or is stored as well. */
export type Stage = 1 | 2 | 3;

const forms: readonly EventForm[] = [...objectEvents, ...classEvents, ...tupleEvents];

interface Choosable {
  readonly from: Stage;
  readonly until?: Stage;
  readonly pieces: readonly { readonly name: string }[];
}

/** What can be chosen independently of all the rest, and in which exercises it makes a difference. */
export const choices = {
  spelling: { from: 1, pieces: spellings },
  semicolons: { from: 1, pieces: [{ name: 'with' }, { name: 'without' }] },
  state: { from: 1, pieces: states },
  form: { from: 1, pieces: forms },
  starting: { from: 1, pieces: startings },
  beside: { from: 1, pieces: besides },
  list: { from: 1, until: 2, pieces: lists },
  apply: { from: 1, pieces: applyStyles },
  record: { from: 1, pieces: recordings },
  base: { from: 1, pieces: bases },
  command: { from: 1, pieces: commandStyles },
  guard: { from: 1, pieces: guards },
  started: { from: 1, pieces: starteds },
  error: { from: 1, pieces: errors },
  module: { from: 1, pieces: moduleStyles },
  flourish: { from: 1, pieces: flourishes },
  moving: { from: 2, pieces: movings },
  where: { from: 2, pieces: wheres },
  ending: { from: 2, pieces: endings },
  constraint: { from: 2, pieces: constraints },
  board: { from: 2, pieces: boards },
  identity: { from: 2, pieces: identities },
  storedList: { from: 3, pieces: storedLists },
  load: { from: 3, pieces: loads },
  mapping: { from: 3, pieces: mappings },
  storedForm: { from: 3, pieces: storedForms },
  client: { from: 3, pieces: clients },
  streamName: { from: 3, pieces: streamNames },
  added: { from: 3, pieces: addStyles },
  get: { from: 3, pieces: getStyles },
} as const satisfies Readonly<Record<string, Choosable>>;

export type Choice = keyof typeof choices;

/** One piece of each kind: what a program looks like that does what it should. */
export type Style = { readonly [Each in Choice]: (typeof choices)[Each]['pieces'][number] };

/** Choices that don't go together, and why. */
const exclusions: readonly { readonly why: string; readonly excludes: (style: Style, stage: Stage) => boolean }[] = [
  {
    why: 'A reducer makes a new state of an old one, so all of the state has to be one value.',
    excludes: ({ apply, state, board }, stage) =>
      apply.evolves && (state.whole === undefined || (stage > 1 && !board.isValue)),
  },
  {
    why: 'A field cannot stand for the method that a base class asks for.',
    excludes: ({ apply, base }) => apply.isField && base.isClass,
  },
  {
    why: 'What only a game can say is said where it records an event, and exercise 3 makes events elsewhere, too.',
    excludes: ({ beside, form }, stage) => beside.madeByGame === true && (form.isMadeElsewhere === true || stage === 3),
  },
  {
    why: 'In exercise 1 a game has no id.',
    excludes: ({ beside }, stage) => beside.needsId === true && stage === 1,
  },
  {
    why: 'What is private to the base class cannot be used by the game.',
    excludes: ({ record, base }) => base.isClass && !record.isInheritable,
  },
];

export function isLegal(style: Style, stage: Stage): boolean {
  return !exclusions.some(({ excludes }) => excludes(style, stage));
}

/** The choices that make a difference in an exercise. */
export function choicesOf(stage: Stage): Choice[] {
  const all = Object.entries<Choosable>(choices);
  return all.flatMap(([choice, { from, until = 3 }]) =>
    isChoice(choice) && from <= stage && stage <= until ? [choice] : [],
  );
}

function isChoice(name: string): name is Choice {
  return name in choices;
}
