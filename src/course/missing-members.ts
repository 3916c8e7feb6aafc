import type { Language } from '../learner/language.ts';
import type { SourceFiles } from '../learner/source-files.ts';
import type { Exercise } from './exercise.ts';

/** What an exercise takes for granted and the learner's code hasn't got. */
export interface MissingMember {
  /** `src/domain/game.ts` */
  readonly file: string;
  /** As the language spells it: `makeMove` */
  readonly member: string;
  /** What it is for. */
  readonly what: string;
}

/** In the order of the exercise. A member counts as there when its file has one that is spelled alike. */
export function missingMembers(
  { expects = [] }: Pick<Exercise, 'expects'>,
  files: SourceFiles,
  { words, locateIn }: Pick<Language, 'words' | 'locateIn'>,
): MissingMember[] {
  return expects.flatMap(({ module, member, what }) => {
    const file = words.file(module);
    const isThere = locateIn(file, files.get(file) ?? '', member) !== undefined;
    return isThere ? [] : [{ file, member: words.member(member), what }];
  });
}
