import type { Told } from '../../../src/course/judgement.ts';
import { findMember } from '../../../src/course/source.ts';
import { lineOf } from '../../../src/course/telling.ts';
import type { Thrown } from '../../../src/learner/protocol.ts';

export const gameFile = 'src/domain/game.ts';
export const repositoryFile = 'src/persistence/event-store-db.ts';
const mappingFile = 'src/persistence/event-mapping.ts';

type Files = ReadonlyMap<string, string>;
type At = Pick<Told, 'at'>;

/** Where events are turned into what is stored; learners may have moved that into the repository. */
export function writingPlace(files: Files): At {
  return firstOf(files, [mappingFile, 'toEventData'], [repositoryFile, 'toEventData'], [repositoryFile, 'add']);
}

/** Where what is stored is turned into events. */
export function readingPlace(files: Files): At {
  return firstOf(files, [mappingFile, 'toGameEvent'], [repositoryFile, 'toGameEvent'], [repositoryFile, 'get']);
}

/** Where something was thrown, or else a line of the repository. */
export function thrownPlace(files: Files, { frames: [at] }: Thrown, member: string): At {
  return at === undefined ? lineOf(files, repositoryFile, member, /\b(?:appendToStream|readStream)\b/) : { at };
}

function firstOf(files: Files, ...places: readonly (readonly [file: string, member: string])[]): At {
  const [file, member] = places.find(([path, name]) => hasMember(files.get(path), name)) ?? [repositoryFile];
  return lineOf(files, file, member);
}

function hasMember(text: string | undefined, name: string): boolean {
  return text !== undefined && findMember(text, name) !== undefined;
}
