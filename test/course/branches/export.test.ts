import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SaxesParser } from 'saxes';
import { exportMatrix } from '../../../src/course/branches/export.ts';
import { element } from '../../../src/course/branches/xml.ts';
import { example } from './example.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Throws at the first thing that is not well-formed. */
function parsed(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const found = { name, attributes: { ...attributes }, text: '' };
    elements.push(found);
    open.push(found);
  });
  parser.on('text', (text) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

describe('a matrix as JUnit’s XML', () => {
  const elements = parsed(exportMatrix(example, 'junit'));
  const named = (name: string) => elements.filter((each) => each.name === name);

  it('has a suite a branch and a test a step, counted', () => {
    assert.deepEqual(elements[0]?.attributes, {
      name: 'Ground Up',
      tests: '11',
      failures: '2',
      errors: '4',
      skipped: '1',
      time: '0.480',
    });
    assert.equal(named('testsuite').length, 5);
    assert.equal(named('testcase').length, 11);
    assert.equal(named('failure').length, 2);
    assert.equal(named('error').length, 4);
    assert.equal(named('skipped').length, 1);
  });

  it('says why, and what was expected, whatever characters are in it', () => {
    const [failure] = named('failure');
    assert.equal(failure?.attributes.type, 'state-changed-no-event');
    assert.equal(failure?.attributes.message, 'Your `startGame` changed the state but recorded nothing.');
    assert.match(failure?.text ?? '', /GameStarted { playerOne: "<Ada> & 'co'" }/);
    assert.match(failure?.text ?? '', /src\/domain\/game\.ts:9:5$/);
    const [error] = named('error');
    assert.equal(error?.attributes.message, 'It threw \uFFFD[31m"]]>" | <script>\uFFFD\uFFFD `a|b`\nand *more*.');
    assert.equal(error?.text, 'Look\tthere\r\nfirst.');
    assert.equal(named('testsuite')[2]?.attributes.name, 'learner/b|b_<i>&/01-exercise-start-game');
  });

  it('holds every character that XML knows, and none that it doesn’t', () => {
    const every = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).join('');
    const text = parsed(element('all', { attribute: every }, { text: `${every}\u{1F600}` }))[0]?.text ?? '';
    assert.ok(text.endsWith('\u{1F600}'));
    assert.equal(text.length, every.length + 2);
  });
});

describe('a matrix as Markdown', () => {
  const lines = exportMatrix(example, 'markdown').split('\n');

  it('is a table an exercise, with the reason of each branch', () => {
    assert.equal(lines[0], '5 branches: 1 passed, 1 not yet, 1 couldn’t run, 2 not checked.');
    assert.deepEqual(lines.slice(2, 8), [
      '## Exercise 1: Start the game',
      '',
      '| Branch | 1.4 | 1.5 | Bonus | Why |',
      '| --- | :-: | :-: | :-: | --- |',
      '| solutions/01-exercise-start-game | ✓ | ✓ | ✓ |  |',
      '| learner/ann/01-exercise-start-game | ✓ | ○ | ○ | 1.5: Your `startGame` changed the state but recorded nothing. |',
    ]);
  });

  it('keeps what was written from becoming markup', () => {
    assert.equal(
      lines[8],
      '| learner/b\\|b\\_\\<i\\>\\&/01-exercise-start-game | ! | ! | ! | 1.4: It threw \\[31m"\\]\\]\\>" \\| \\<script\\> \uD800 `a\\|b` and \\*more\\*. |',
    );
  });

  it('lists what was not checked', () => {
    assert.ok(lines.includes('- docs: Nothing says which exercise it is about.'));
  });
});

describe('a matrix as JSON', () => {
  const file: unknown = JSON.parse(exportMatrix(example, 'json'));

  it('has a schema number, a verdict and an entry a branch', () => {
    assert.partialDeepStrictEqual(file, {
      schema: 1,
      verdict: 'couldNotRun',
      counts: { pass: 1, notYet: 1, couldNotRun: 1, unchecked: 2 },
      branches: [
        { branch: 'solutions/01-exercise-start-game', checked: true, exercise: '01-start-game', verdict: 'pass' },
        {
          branch: 'learner/ann/01-exercise-start-game',
          steps: [
            { number: '1.4', verdict: 'pass' },
            { number: '1.5', verdict: 'notYet', mistake: 'state-changed-no-event', at: { line: 9 } },
            { number: 'bonus' },
          ],
        },
        { verdict: 'couldNotRun' },
        { branch: 'docs', checked: false, problem: 'noExercise' },
        { branch: '07-when-to-use-it', checked: false, problem: 'nothingToCheck' },
      ],
    });
  });
});

describe('a matrix in a terminal', () => {
  const text = exportMatrix(example, 'text');

  it('stands in columns, with the reasons below', () => {
    assert.deepEqual(text.split('\n').slice(0, 8), [
      'Exercise 1: Start the game',
      '                                         1.4  1.5  Bonus',
      'solutions/01-exercise-start-game           ✓    ✓      ✓',
      'learner/ann/01-exercise-start-game         ✓    ○      ○',
      'learner/b|b_<i>&/01-exercise-start-game    !    !      !',
      '',
      'learner/ann/01-exercise-start-game, 1.5: Your `startGame` changed the state but recorded nothing.',
      'learner/b|b_<i>&/01-exercise-start-game, 1.4: It threw [31m"]]>" | <script> \uD800 `a|b` and *more*.',
    ]);
  });

  it('never says anything that a terminal would obey', () => {
    assert.ok(!text.includes('\u001b'));
  });
});
