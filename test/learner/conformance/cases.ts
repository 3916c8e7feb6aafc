import type { Argument, Operation } from '../../../src/learner/protocol.ts';

/**
 * What drivers of every language are held to. Each case is a program that a language writes in its own way (the comment
 * says what it has to do), operations on it, and what these must show: in names as the course spells them.
 */
export const programs = [
  /** `Game`: fields `name` "Ada", `count` 3, `ready` true, `nobody` (nothing), `moves` ["A", "B"], `board`: an object of class `Board` with field `size` 7. */
  'values',
  /** `Game`: `startGame(one, two)` sets fields `playerOne` and `playerTwo` and returns `one`; one of the fields is spelled unusually. */
  'commands',
  /** `Game`: `events` is a list; `apply(event)` appends to it. Module `domain/events`: class `GameStarted` with `playerOne`. `makeMove(move)` keeps the move as `last`; class or record `Move` with `player` and `column` in `domain/game`. */
  'events',
  /** `Game`: `refuse()` throws the program's own `InvalidMoveError` with the text "no", `builtin()` throws a builtin error on purpose with the text "mine", `slip()` does what the language would not have. */
  'failures',
  /** `Game`: `speak()` prints "hello" and a line end. Loading the module prints nothing. */
  'printing',
  /** `Game`: `wait()` never comes back. */
  'endless',
  /** `Game`: `leave()` ends the process with exit code 3. */
  'leaving',
  /** `Game`: `say()` prints more than a million characters. */
  'loud',
  /** `Game`: `hoard()` takes memory without end. */
  'hoarding',
  /** Loading `domain/game` throws the program's own `NotTodayError`, on its second line. */
  'failingToLoad',
  /** The second line of `domain/game` is none of the language. */
  'unreadable',
  /** The first line of `domain/game` imports a package, or a module, that is not there. */
  'missingImport',
  /** `Game`: a field `self` that is the game itself, and `twice`, a list with one object in it two times. */
  'cycles',
  /** `Game`: `greeting()` returns the environment variable `GREETING`. */
  'environment',
  /** `Game`: `later(text)` returns the text after a moment, in the way of the language for what takes time. */
  'waiting',
  /** `Game`: a member `broken` that throws an error with the text "not now" when it is read. */
  'unreadableMember',
  /** `Game`: `list`, handed out as it is, and `fixed`, a list that can't be changed from outside. */
  'tampering',
  /** `Game`: fields `score` 0 and `points`, a list; `play()` calls `add()`, which appends an object of class `Point` with a field `of`, and then sets `score` to 1. */
  'points',
  /** A class `Player`, and no `Game`. */
  'noGame',
] as const;

export type ProgramName = (typeof programs)[number];

export const make: Operation = { op: 'create', as: 'game', module: 'domain/game', name: 'Game', args: [] };

export const call = (name: string, ...args: readonly Argument[]): Operation => ({ op: 'call', on: 'game', name, args });

export const read = (...names: readonly string[]): Operation =>
  names.length === 0 ? { op: 'read', on: 'game' } : { op: 'read', on: 'game', names };

export const value = (text: string): Argument => ({ value: text });
