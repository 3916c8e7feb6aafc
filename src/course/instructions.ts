/**
 * An exercise's README.md taken apart, its Markdown left as it is: whoever shows it renders it.
 *
 * Only headings are read, by line, so that the editor's tests and the tree can ask for the lines
 * of a step without loading a Markdown parser.
 */
export interface Instructions {
  readonly title: string;
  /** Everything between the title and the first step. */
  readonly intro: string;
  /** In the order of the text. */
  readonly sections: readonly Section[];
}

export interface Section {
  /** As the exercise numbers its step: `1.5`, or `bonus`. */
  readonly number: string;
  readonly title: string;
  /** The text below the heading. */
  readonly markdown: string;
  /** The heading's own line and the last line with text, both counted from 1. */
  readonly lines: { readonly first: number; readonly last: number };
}

interface Heading {
  readonly line: number;
  readonly number: string;
  readonly title: string;
}

const titlePattern = /^#\s+(.+?)\s*#*\s*$/;
const stepPattern = /^##\s+(\d+(?:\.\d+)+|bonus)\b[\s.:–—-]*(.*?)\s*#*\s*$/i;
const fencePattern = /^ {0,3}(`{3,}|~{3,})(.*)$/;

export function parseInstructions(markdown: string): Instructions {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r?\n/);
  const prose = linesOutsideCode(lines);
  const titleLine = lines.findIndex((line, at) => prose[at] && titlePattern.test(line));
  const headings = lines.flatMap((line, at) => (prose[at] ? stepHeading(line, at) : []));
  const introEnd = headings[0]?.line ?? lines.length;
  return {
    title: titlePattern.exec(lines[titleLine] ?? '')?.[1] ?? '',
    intro: textOf(lines.slice(titleLine + 1, introEnd)),
    sections: headings.map((heading, at) => sectionOf(lines, heading, headings[at + 1]?.line ?? lines.length)),
  };
}

/** The section of one step; undefined when the instructions have none, which `ground-up prove` reports. */
export function sectionOfStep({ sections }: Instructions, number: string): Section | undefined {
  return sections.find((section) => section.number === number.toLowerCase());
}

function stepHeading(text: string, line: number): Heading[] {
  const [, number, title] = stepPattern.exec(text) ?? [];
  return number === undefined || title === undefined ? [] : [{ line, number: number.toLowerCase(), title }];
}

function sectionOf(lines: readonly string[], { line, number, title }: Heading, end: number): Section {
  const lastWithText = lines.slice(line, end).findLastIndex((text) => text.trim() !== '');
  return {
    number,
    title,
    markdown: textOf(lines.slice(line + 1, end)),
    lines: { first: line + 1, last: line + 1 + lastWithText },
  };
}

/** Says of each line whether it is prose; a `# comment` inside a code block is no heading. */
function linesOutsideCode(lines: readonly string[]): boolean[] {
  let open: string | undefined;
  return lines.map((line) => {
    const [, fence, rest] = fencePattern.exec(line) ?? [];
    if (open === undefined) {
      open = fence;
      return fence === undefined;
    }
    if (fence?.startsWith(open) && rest?.trim() === '') open = undefined;
    return false;
  });
}

function textOf(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd();
}
