import type { MissingMember } from '../../../course/missing-members.ts';

/** Parts of a file that is handed out which found no place in the learner's. */
export interface UnplacedParts {
  readonly file: string;
  readonly parts: readonly string[];
}

export interface Missing {
  /** Of the exercise. */
  readonly title: string;
  readonly members: readonly MissingMember[];
  readonly unplaced: readonly UnplacedParts[];
  /** What code is to be coloured as: `typescript` */
  readonly language: string;
}

/** File by file and member by member, as Markdown; undefined when nothing is missing. */
export function missingText({ title, members, unplaced, language }: Missing): string | undefined {
  const parts = new Map(unplaced.filter((each) => each.parts.length > 0).map((each) => [each.file, each.parts]));
  const files = new Set([...members.map(({ file }) => file), ...parts.keys()]);
  if (files.size === 0) return undefined;
  const sections = [...files].map((file) =>
    [
      `## ${file}`,
      membersText(members.filter((member) => member.file === file)),
      partsText(parts.get(file) ?? [], language),
    ]
      .filter((text) => text !== '')
      .join('\n\n'),
  );
  return `# What “${title}” takes for granted

The text of this exercise, and the files around your code, speak of what stands here, and your code doesn’t have it yet.
Write it in your own way. *Event Sourcing: Undo the Last Switch or Reset* takes you back to where you were.

${sections.join('\n\n')}
`;
}

function membersText(members: readonly MissingMember[]): string {
  return members.map(({ member, what }) => `- \`${member}\`: ${what}`).join('\n');
}

function partsText(parts: readonly string[], language: string): string {
  if (parts.length === 0) return '';
  const fence = '```';
  const blocks = parts.map((part) => `${fence}${language}\n${part.trimEnd()}\n${fence}`);
  return `Of the file that is handed out, this found no place in yours, since you have written something else there:\n\n${blocks.join('\n\n')}`;
}
