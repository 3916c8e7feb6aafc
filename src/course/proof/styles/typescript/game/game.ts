import type { Facts } from '../events/content.ts';
import { eventsOf } from '../events/events.ts';
import { apart, block, type Lines } from '../lines.ts';
import type { Declarations } from '../modules.ts';
import type { Stage, Style } from '../style.ts';
import type { Evolution, Meaning } from './applying.ts';
import type { Effect } from './board.ts';
import type { ErrorName } from './errors.ts';
import type { Constraint } from './guards.ts';
import type { StateField } from './state.ts';

/** All that is declared for a game in a style. */
export function declarationsOf(style: Style, stage: Stage): Declarations {
  const { form, kinds, declared } = eventsOf(style, stage);
  const errorNames: ErrorName[] = ['GameAlreadyStartedError', ...(stage === 1 ? [] : (['InvalidMoveError'] as const))];
  return {
    events: {
      lines: declared,
      values: [...form.values(kinds), ...(stage === 1 ? [] : (style.ending.declares?.values ?? []))],
      types: [...kinds.map(({ name }) => name), 'GameEvent'].filter((name) => !form.values(kinds).includes(name)),
    },
    errors: {
      lines: style.error.declare(errorNames),
      values: [...errorNames, ...(style.error.more?.(errorNames) ?? [])],
      types: [],
    },
    base: style.base.isClass ? { lines: baseLines(style, stage), values: ['AggregateRoot'], types: [] } : undefined,
    game: { lines: gameLines(style, stage), values: ['Game'], types: stage === 1 ? [] : ['Move'] },
  };
}

function gameLines(style: Style, stage: Stage): Lines {
  const { state, spelling, board, apply, flourish, base } = style;
  const fields = stateFields(style, stage);
  const applying = {
    form: style.form,
    meanings: meaningsOf(style, stage),
    evolutions: apply.evolves ? evolutionsOf(style, stage) : [],
    state: state.whole ?? '',
  };
  return apart(
    stage === 1 ? [] : block('export type Move =', ['readonly player: string;', 'readonly column: Column;'], '};'),
    flourish.outside,
    stage === 1 ? [] : board.outside,
    state.outside(fields, spelling),
    apply.outside(applying),
    block(
      `export class Game${base.isClass ? ' extends AggregateRoot<GameEvent>' : ''}`,
      apart(
        state.members(fields, spelling, stage > 1),
        stage === 1 ? [] : board.members,
        base.isClass ? [] : listMembers(style, stage, 'GameEvent'),
        constructorLines(style, stage, fields),
        startGame(style, stage),
        stage === 1 ? [] : makeMove(style, stage),
        apply.members(applying),
        base.isClass ? [] : style.record.members(appendLines(style, stage, 'event')),
        stage === 3 && !base.isClass ? loading(style, 'GameEvent') : [],
        stage === 1 ? [] : lookedAt(style),
      ),
    ),
  );
}

/** The list and how it grows, for any type of events. */
function baseLines(style: Style, stage: Stage): Lines {
  const record = style.record.members(appendLines(style, stage, 'event'));
  const inherited = record.map((line) => line.replace(/^private /, 'protected ').replaceAll('GameEvent', 'Happened'));
  return block(
    'export abstract class AggregateRoot<Happened>',
    apart(
      listMembers(style, stage, 'Happened'),
      ['abstract apply(event: Happened): void;'],
      inherited,
      stage === 3 ? loading(style, 'Happened') : [],
    ),
  );
}

function stateFields({ board }: Style, stage: Stage): StateField[] {
  const field = (name: string, type: string): StateField => ({ name, type, isPublic: true });
  return [
    field('playerOne', 'string'),
    field('playerTwo', 'string'),
    ...(stage === 1 ? [] : [field('nextPlayer', 'string'), field('result', 'GameResult'), ...board.fields]),
  ];
}

function listMembers({ list, storedList, added }: Style, stage: Stage, type: string): Lines {
  if (stage < 3) return list.members(type);
  const commit = added.commits && storedList.commit !== undefined ? block('commit(): void', storedList.commit) : [];
  return apart(storedList.members(type), commit);
}

function appendLines({ list, storedList }: Style, stage: Stage, event: string): Lines {
  return stage < 3 ? list.append(event) : storedList.append(event);
}

function loading({ load, storedList }: Style, type: string): Lines {
  return load.write(type, ['this.apply(event);', ...storedList.remember('event')]);
}

function constructorLines(
  { state, spelling, base, identity }: Style,
  stage: Stage,
  fields: readonly StateField[],
): Lines {
  const lines = [...(base.isClass ? ['super();'] : []), ...state.begin(fields, spelling)];
  if (stage > 1) return identity.write(lines);
  return state.begin(fields, spelling).length === 0 ? [] : block('constructor()', lines);
}

function startGame(style: Style, stage: Stage): Lines {
  const { state, spelling, started, guard, error, flourish, starting, form, record, command } = style;
  const { kinds, make } = eventsOf(style, stage);
  const [kind] = kinds;
  const isGameStarted = kind === undefined ? 'true' : form.test('event', kind);
  const isBroken = started.isStarted(state.read('playerOne', spelling), state.nobody, isGameStarted);
  const parameters = [spelling.spell('playerOne'), spelling.spell('playerTwo')];
  const [one = '', two = ''] = parameters;
  const values = new Map(starting.fields.map((field) => [field.name, field.value({ one, two })]));
  const event = make('GameStarted', (field) => values.get(field) ?? '');
  return command.write('startGame', parameters.map((name) => `${name}: string`).join(', '), [
    ...guard.lines([{ isBroken, message: flourish.message('This game has already started.') }], (message) =>
      error.make('GameAlreadyStartedError', message),
    ),
    ...record.record(event, 'event', (local) => appendLines(style, stage, local)),
  ]);
}

function makeMove(style: Style, stage: Stage): Lines {
  const { moving, where, ending, record, command, guard, error, board } = style;
  const { make } = eventsOf(style, stage);
  const read = reader(style);
  const append = (local: string) => appendLines(style, stage, local);
  const facts: Facts = { one: read('playerOne'), two: read('playerTwo') };
  const moved = make('MoveMade', (field) =>
    field === moving.field.name ? moving.value('player', facts) : where.value('column'),
  );
  const results = new Map(ending.fields.map((field) => [field.name, field.value('result', 'player')]));
  const finished = make('GameFinished', (field) => results.get(field) ?? '');
  return command.write('makeMove', '{ player, column }: Move', [
    ...guard.lines(constraintsOf(style), (message) => error.make('InvalidMoveError', message)),
    ...record.record(moved, 'moved', append),
    `const result = ${board.board(read)}.getResult();`,
    ...block('if (result !== undefined)', record.record(finished, 'finished', append)),
  ]);
}

function constraintsOf(style: Style): Constraint[] {
  const { state, board, constraint, flourish } = style;
  const read = reader(style);
  const next = read('nextPlayer');
  const turn = { isBroken: `player !== ${next}`, message: flourish.message(`It is not your turn, \${player}.`) };
  const room = {
    isBroken: `!${board.board(read)}.hasRoomInColumn(column)`,
    message: flourish.message(`Column \${column} is full.`),
  };
  if (constraint.asksTurnOnly) return [turn, room];
  const over = { isBroken: `${read('result')} !== ${state.nobody}`, message: flourish.message('This game is over.') };
  const open = { isBroken: `${read('playerOne')} === ${state.nobody}`, message: flourish.message('Nobody plays yet.') };
  return [open, over, turn, room];
}

function meaningsOf(style: Style, stage: Stage): Meaning[] {
  const { state, spelling } = style;
  return effectsOf(style, stage, reader(style)).map(({ kind, before, effects }) => ({
    kind,
    body: [
      ...before,
      ...effects.map((effect) =>
        'statement' in effect ? effect.statement : state.write(effect.field, effect.value, spelling),
      ),
    ],
  }));
}

function evolutionsOf(style: Style, stage: Stage): Evolution[] {
  const { spell } = style.spelling;
  return effectsOf(style, stage, (field) => `state.${spell(field)}`).map(({ kind, before, effects }) => {
    const changed = effects.flatMap((effect) => ('field' in effect ? [`${spell(effect.field)}: ${effect.value}`] : []));
    return { kind, body: [...before, `return { ...state, ${changed.join(', ')} };`] };
  });
}

/** What each kind of event does to the state, where `read` gives the expression for a field of it. */
function effectsOf(style: Style, stage: Stage, read: (field: string) => string) {
  const { starting, moving, where, ending, board, state } = style;
  const { kinds, field } = eventsOf(style, stage);
  const facts: Facts = { one: read('playerOne'), two: read('playerTwo') };
  return kinds.map((kind) => {
    const said = (name: string) => field('event', kind, name);
    const effects = (): { readonly before: Lines; readonly effects: readonly Effect[] } => {
      switch (kind.name) {
        case 'GameStarted': {
          const { one, two } = starting.players(said);
          const players = [set('playerOne', one), set('playerTwo', two)];
          return { before: [], effects: stage === 1 ? players : [...players, set('nextPlayer', one)] };
        }
        case 'MoveMade':
          return {
            before: [`const isOne = ${moving.isOne(said(moving.field.name), facts)};`],
            effects: [
              board.drop(where.letter(said(where.field.name)), "isOne ? 'RED' : 'YELLOW'", read),
              set('nextPlayer', `isOne ? ${facts.two} : ${facts.one}`),
            ],
          };
        case 'GameFinished':
          return { before: [], effects: [set('result', ending.result(said, facts)), set('nextPlayer', state.nobody)] };
      }
    };
    return { kind, ...effects() };
  });
}

function set(field: string, value: string): Effect {
  return { field, value };
}

/** What the terminal and the panel ask for. */
function lookedAt(style: Style): Lines {
  const read = reader(style);
  return apart(
    block('get board(): BoardState', [`return ${style.board.board(read)}.state;`]),
    block('get isFinished(): boolean', [`return ${read('result')} !== ${style.state.nobody};`]),
  );
}

function reader({ state, spelling }: Style): (field: string) => string {
  return (field) => state.read(field, spelling);
}
