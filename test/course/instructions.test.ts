import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseInstructions, sectionOfStep } from '../../src/course/instructions.ts';

const readme = `# Start the game

Two people sit down to play.

## Before you start

Open the panel.

## 1.2 A game with nobody in it

Give \`Game\` two fields.

### A closer look

Still 1.2.


## 1.10: Say it with an event

\`\`\`ts
// # no title, and no step either:
## 1.11 Not a step
\`\`\`

## Bonus – Only once ##

Refuse the second start.
`;

describe('instructions', () => {
  it('begin with a title', () => {
    assert.equal(parseInstructions(readme).title, 'Start the game');
  });

  it('have everything before the first step as their intro', () => {
    const { intro } = parseInstructions(readme);
    assert.equal(intro, 'Two people sit down to play.\n\n## Before you start\n\nOpen the panel.');
  });

  it('have a section for every step, in order', () => {
    const { sections } = parseInstructions(readme);
    assert.deepEqual(
      sections.map(({ number, title }) => [number, title]),
      [
        ['1.2', 'A game with nobody in it'],
        ['1.10', 'Say it with an event'],
        ['bonus', 'Only once'],
      ],
    );
  });

  it('keep lesser headings and code inside of their step', () => {
    const { sections } = parseInstructions(readme);
    assert.equal(sections[0]?.markdown, 'Give `Game` two fields.\n\n### A closer look\n\nStill 1.2.');
    assert.match(sections[1]?.markdown ?? '', /## 1\.11 Not a step/);
  });

  it('say which lines of the file a step has', () => {
    const lines = readme.split('\n');
    const textOf = ({ first, last }: { first: number; last: number }) => [lines[first - 1], lines[last - 1]];
    assert.deepEqual(
      parseInstructions(readme).sections.map((section) => textOf(section.lines)),
      [
        ['## 1.2 A game with nobody in it', 'Still 1.2.'],
        ['## 1.10: Say it with an event', '```'],
        ['## Bonus – Only once ##', 'Refuse the second start.'],
      ],
    );
  });

  it('find a step by the number its exercise gives it', () => {
    const instructions = parseInstructions(readme);
    assert.equal(sectionOfStep(instructions, 'bonus')?.title, 'Only once');
    assert.equal(sectionOfStep(instructions, 'Bonus')?.title, 'Only once');
    assert.equal(sectionOfStep(instructions, '1.1'), undefined);
  });

  it('read the same with the line ends and the mark of another editor', () => {
    const elsewhere = `\uFEFF${readme.replaceAll('\n', '\r\n')}`;
    assert.deepEqual(parseInstructions(elsewhere), parseInstructions(readme));
  });

  it('keep code of a longer fence together', () => {
    const nested = '# T\n\n````md\n```ts\n## 1.2 no\n```\n## 1.3 no\n````\n\n## 1.4 yes\n';
    assert.deepEqual(
      parseInstructions(nested).sections.map(({ number }) => number),
      ['1.4'],
    );
  });

  it('are empty where there is nothing to read', () => {
    assert.deepEqual(parseInstructions(''), { title: '', intro: '', sections: [] });
  });

  it('may have no step yet', () => {
    assert.deepEqual(parseInstructions('# Soon\n\nComing.'), { title: 'Soon', intro: 'Coming.', sections: [] });
  });
});
