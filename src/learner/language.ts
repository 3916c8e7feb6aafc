import type { Json, JsonObject } from '../base/json.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Observed } from './protocol.ts';
import type { SourceFiles } from './source-files.ts';

/**
 * A programming language that learners write their aggregate in: what it calls things and where they stand in its
 * source texts. Light to load, and the same for every learner; what runs their code on this machine is a `Runtime`.
 *
 * Names go in as the course spells them (module `domain/game`, member `startGame`, class `Game`) and come out as the
 * language does.
 */
export interface Language {
  /** `typescript` */
  readonly id: string;
  /** `TypeScript` */
  readonly name: string;
  readonly words: Words;
  readonly sources: Sources;
  readonly client: ClientPackage;
  readonly tests: TestFiles;
  /** The learner's own program to be played in a terminal, relative to the workspace: `src/cli.ts` */
  readonly terminalProgram: string;
  /**
   * Where places of the course are in the learner's files: the first of them that is there. When none is, as near to the
   * last as can be told: its member, its class, the top of its file; undefined where there is no such file.
   * Only for pointing at lines, never for a verdict: code can be written in more ways than a search can know.
   */
  locate(files: SourceFiles, ...places: readonly CodePlace[]): SourceLocation | undefined;
  /** Where a member, class or type of this name is in one file; undefined where it isn't. For pointing only, too. */
  locateIn(file: string, text: string, name: string): SourceLocation | undefined;
}

/** A place as the course names it: `{ module: 'domain/game', member: 'startGame', pattern: 'raises' }`. */
export interface CodePlace {
  readonly module: string;
  /** A method, function, field, class or type. */
  readonly member?: string;
  /** What stands there in the member, or anywhere in the file without one; of several, whichever comes first. */
  readonly pattern?: CodePattern | readonly CodePattern[];
}

/** Something that code does, in whatever way its language writes it. Names match in any of the usual spellings. */
export type CodePattern =
  /** `throw new InvalidMoveError()` */
  | 'raises'
  | 'returns'
  /** `this.apply(…)`, `apply(…)` */
  | `calls:${string}`
  /** `this.playerOne = …`: a member, not a variable. */
  | `assigns:${string}`
  /** `this.events.push(…)`, `this.events = […]` */
  | `appendsTo:${string}`
  /** `new Board()` */
  | `creates:${string}`
  | `mentions:${string}`;

/** How names, values and calls are written, and what else a sentence to a learner takes from their language. */
export interface Words {
  /** `startGame` */
  member(name: string): string;
  /** Seen from inside: `this.playerOne` */
  ownMember(name: string): string;
  /** What stands for no value: `undefined` */
  readonly nothing: string;
  /** `new Game("Ada")`; the arguments as they are written. */
  create(className: string, args: readonly string[]): string;
  /** `startGame("Ada", "Grace")` */
  call(name: string, args: readonly string[]): string;
  /** `"Ada"`, `{ playerOne: "Ada" }` */
  value(data: Json): string;
  /** Data of a class or type that the course has a name for: `{ player: "Ada", column: "D" }` */
  record(className: string, fields: JsonObject): string;
  /** A value of the learner's as they would write it. */
  observed(value: Observed): string;
  /** The file of a module, relative to the workspace with forward slashes: `src/domain/game.ts` */
  file(module: string): string;
  /** How a class begins that others can import: `export class Game` */
  exported(className: string): string;
  /** `throw`, and what code did that did so: `threw` */
  readonly raise: string;
  readonly raised: string;
  /** What prints: `console.log` */
  readonly print: string;
  /** What ends the program: `process.exit` */
  readonly exit: string;
  readonly advice: Advice;
}

/** Whole sentences about what goes wrong in one language in a way of its own. */
export interface Advice {
  /** An import that leads nowhere. */
  readonly missingImport: string;
  /** A module without the name that somebody imports from it. */
  readonly missingExport: string;
  /** An operation that does not come back. */
  readonly neverEnds: string;
  /** A failure in something that nobody waits for. */
  readonly unawaited: string;
  /** Something thrown that is no error. */
  readonly notAnError: string;
}

/** Which files of a workspace are the learner's code. */
export interface Sources {
  /** The folder they are below, without a slash at its end: `src` */
  readonly folder: string;
  /** By what a name ends in, wherever the file is. */
  isSource(path: string): boolean;
}

/** The official client of the event store for a language. */
export interface ClientPackage {
  /** As an installer knows it: `@eventstore/db-client` */
  readonly name: string;
}

/** The files of the learner's own tests, and how one is written. */
export interface TestFiles {
  /** The folder they are usually in, without a slash at its end: `test` */
  readonly folder: string;
  /** What finds them below the workspace, as a glob. */
  readonly pattern: string;
  isTest(path: string): boolean;
  write(test: TestText): string;
}

/** A test in given, when and then, as data. */
export interface TestText {
  readonly title: string;
  /** The class the events and the command belong to: `Game` */
  readonly aggregate: string;
  readonly given: readonly EventText[];
  readonly when: { readonly command: string; readonly args: readonly Argument[] };
  readonly expected:
    | { readonly kind: 'recorded'; readonly events: readonly EventText[] }
    /** The class of the error. */
    | { readonly kind: 'refused'; readonly error: string };
}

export interface EventText {
  readonly type: string;
  readonly data: JsonObject;
}

/** Plain data, or a record of a class or type that the learner has for it. */
export type Argument =
  | { readonly value: Json }
  | { readonly record: { readonly name: string; readonly fields: JsonObject } };
