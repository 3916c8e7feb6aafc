import { readingOrder } from './steps.ts';
import { lanes, type Note, type Wall } from './wall.ts';
import { kindNames, laneNames, linksOf } from './words.ts';

/** The wall as something to read and to paste: a row a moment, and below it what leads to what. */
export function wallAsMarkdown(wall: Wall, title: string): string {
  const order = readingOrder(wall.notes);
  return `${[`# ${escaped(title)}`, ...timeLine(order), ...leadings(wall, order)].join('\n')}\n`;
}

function timeLine(order: readonly Note[]): string[] {
  if (order.length === 0) return ['', 'Nothing hangs on this wall yet.'];
  const moments = Map.groupBy(order, ({ at }) => at);
  const rows = [...moments].map(([at, notes]) => {
    const cells = lanes.map((lane) =>
      notes
        .filter((note) => note.lane === lane)
        .map(written)
        .join('<br>'),
    );
    return `| ${at + 1} | ${cells.join(' | ')} |`;
  });
  const heading = lanes.map((lane) => laneNames[lane]).join(' | ');
  return ['', `| Moment | ${heading} |`, '| --- | --- | --- | --- |', ...rows];
}

function leadings(wall: Wall, order: readonly Note[]): string[] {
  const links = linksOf(wall);
  const lines = order.flatMap((note) =>
    (links.get(note.id)?.effects ?? []).map((effect) => `- ${written(note)} → ${written(effect)}`),
  );
  return lines.length === 0 ? [] : ['', '## What leads to what', '', ...lines];
}

function written({ kind, text }: Note): string {
  return `*${kindNames[kind]}:* ${escaped(text.trim()) || '(empty)'}`;
}

/** Whatever means something to Markdown or HTML is only a character here. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+|~&!-]/g, '\\$&').replace(/\s+/g, ' ');
}
