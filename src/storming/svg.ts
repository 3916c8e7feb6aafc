import { type Box, layoutOf, pathsOf } from './layout.ts';
import type { Note, NoteKind, Wall } from './wall.ts';
import { laneNames } from './words.ts';

/** On paper and in a browser there is no theme; these are the colours of the paper notes. */
const paper: Readonly<Record<NoteKind, string>> = {
  event: '#ffb347',
  command: '#8fc7ff',
  actor: '#fff3a6',
  constraint: '#d7b9f5',
  aggregate: '#ffe14d',
  hotSpot: '#ff9ec4',
};

/** Pixels: a line of a note's text, and about what a character takes. */
const text = { line: 15, character: 6.6, padding: 8 } as const;

/** The wall as a picture that shows itself anywhere: no script, no font and no style from elsewhere. */
export function wallAsSvg(wall: Wall): string {
  const { width, height, bands, boxes } = layoutOf(wall, { isOpen: false });
  const lines = bands.map(
    ({ lane, top, height: tall }) =>
      `<g><rect x="0.5" y="${top + 0.5}" width="${width - 1}" height="${tall - 1}" fill="none" stroke="#d0d0d0"/><text x="12" y="${top + 28}" font-weight="bold" fill="#555555">${escaped(laneNames[lane])}</text></g>`,
  );
  const paths = pathsOf(wall.connections, boxes).map(({ path }) => `<path d="${path}" marker-end="url(#head)"/>`);
  const notes = wall.notes.flatMap((note) => {
    const box = boxes.get(note.id);
    return box === undefined ? [] : [drawnNote(note, box)];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8Z" fill="#555555"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lines,
    `<g fill="none" stroke="#555555" stroke-width="1.5">${paths.join('')}</g>`,
    ...notes,
    '</svg>\n',
  ].join('\n');
}

function drawnNote(note: Note, { x, y, width, height }: Box): string {
  const fitting = Math.floor((height - 2 * text.padding) / text.line);
  const lines = wrapped(note.text, Math.floor((width - 2 * text.padding) / text.character), fitting);
  const spans = lines.map((line, at) => {
    const middle = y + height / 2 + (at - (lines.length - 1) / 2) * text.line + 4;
    return `<tspan x="${x + width / 2}" y="${middle}">${escaped(line)}</tspan>`;
  });
  const title = note.text.trim() === '' ? '' : `<title>${escaped(note.text)}</title>`;
  return `<g>${title}<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${paper[note.kind]}" stroke="#00000033"/><text text-anchor="middle" fill="#1f1f1f">${spans.join('')}</text></g>`;
}

/** Broken at spaces, or within a word that is longer than a line; what doesn't fit ends in an ellipsis. */
export function wrapped(words: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const paragraph of words.trim().split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/).flatMap((each) => pieces(each, width))) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${[...(lines[most - 1] ?? '')].slice(0, width - 1).join('')}…`];
}

function pieces(word: string, width: number): string[] {
  const characters = [...word];
  const count = Math.ceil(characters.length / width);
  return Array.from({ length: count }, (_, at) => characters.slice(at * width, (at + 1) * width).join(''));
}

/** Also without what no XML may contain, and half characters. */
function escaped(value: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return value
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => names[character] ?? character);
}
