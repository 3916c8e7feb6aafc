import type { GameCommand } from '../domain/commands.ts';
import type { Entry, EventSeen } from './entry.ts';
import { gameEventOf } from './game-event.ts';

/**
 * The last command among these entries as a test: given the events before it, when it is given,
 * then exactly these events follow, or that error. Undefined when no command is known.
 */
export function asTest(entries: readonly Entry[]): string | undefined {
  const at = entries.findLastIndex((entry) => commandOf(entry) !== undefined);
  const command = commandOf(entries[at]);
  if (command === undefined) return undefined;
  const given = recordedIn(entries.slice(0, at));
  const outcome = entries[at];
  const then =
    outcome?.kind === 'refused' ? thenRefused(outcome.failure.name) : thenRecorded(recordedIn(entries.slice(at)));
  return [
    `test(${text(titleOf(command, outcome))}, () => {`,
    '  // Given',
    '  const game = new Game();',
    ...(given.length === 0
      ? []
      : [
          '  for (const event of [',
          ...given.map((event) => `    ${literal(event)},`),
          '  ] as const) game.apply(event);',
        ]),
    '  const before = game.events.length;',
    '',
    ...(outcome?.kind === 'refused'
      ? ['  // When', `  const asked = () => ${call(command)};`]
      : ['  // When', `  ${call(command)};`]),
    '',
    '  // Then',
    ...then,
    '});',
    '',
  ].join('\n');
}

function thenRecorded(events: readonly EventSeen[]): readonly string[] {
  if (events.length === 0) return ['  assert.deepEqual(game.events.slice(before), []);'];
  return [
    '  assert.deepEqual(game.events.slice(before), [',
    ...events.map((event) => `    ${literal(event)},`),
    '  ]);',
  ];
}

function thenRefused(error: string): readonly string[] {
  return [`  assert.throws(asked, { name: ${text(error)} });`, '  assert.equal(game.events.length, before);'];
}

function titleOf(command: GameCommand, outcome: Entry | undefined): string {
  const what = command.type === 'StartGame' ? 'starting a game' : `${command.player} playing column ${command.column}`;
  if (outcome?.kind === 'refused') return `${what} is refused here`;
  return outcome?.kind === 'recorded' ? `${what} records ${outcome.event.type}` : `${what} records nothing`;
}

/** A stream keeps no commands, but the game's own events tell which one led to them. */
function commandOf(entry: Entry | undefined): GameCommand | undefined {
  if (entry === undefined) return undefined;
  if (entry.command !== undefined && entry.command.type !== 'Call') return entry.command;
  const event = entry.kind === 'recorded' ? gameEventOf(entry.event) : undefined;
  if (event?.type === 'GameStarted') return { ...event, type: 'StartGame' };
  return event?.type === 'MoveMade' ? { ...event, type: 'MakeMove' } : undefined;
}

function recordedIn(entries: readonly Entry[]): readonly EventSeen[] {
  return entries.flatMap((entry) => (entry.kind === 'recorded' ? [entry.event] : []));
}

function call(command: GameCommand): string {
  return command.type === 'StartGame'
    ? `game.startGame(${text(command.playerOne)}, ${text(command.playerTwo)})`
    : `game.makeMove({ player: ${text(command.player)}, column: ${text(command.column)} })`;
}

/** The game's own events in the tutorial's TypeScript spelling, any other as it is. */
function literal(event: EventSeen): string {
  const known: object = gameEventOf(event) ?? { type: event.type, ...event.data };
  const fields = Object.entries(known).map(
    ([name, value]) => `${key(name)}: ${typeof value === 'string' ? text(value) : JSON.stringify(value)}`,
  );
  return `{ ${fields.join(', ')} }`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Single quotes, as in the rest of the learner's files; anything odd stays escaped as JSON has it. */
function text(value: string): string {
  const quoted = JSON.stringify(value);
  return /['\\]/.test(quoted.slice(1, -1)) ? quoted : `'${value}'`;
}
