import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesToCompare } from '../../../src/editor/course/documents/files-to-compare.ts';

const place = 'src/game.ts';
const start = new Map([
  ['src/board.ts', 'board\n'],
  ['src/events.ts', 'events\n'],
  [place, 'game\n'],
]);
const solution = new Map([...start, ['src/errors.ts', 'errors\n'], [place, 'a whole\ngame\n']]);

function files(own: ReadonlyMap<string, string>): string[] {
  return filesToCompare({ start, solution, own, place });
}

describe('what is shown of a solution beside the learner’s code', () => {
  it('is what there was to write, the step’s own file first', () => {
    assert.deepEqual(files(start), [place, 'src/errors.ts']);
  });

  it('is not what the steps so far leave alone, even if the learner has changed it', () => {
    assert.deepEqual(files(new Map([...start, ['src/events.ts', 'more events\n']])), [place, 'src/errors.ts']);
  });

  it('is not what says the same already, however its lines end', () => {
    assert.deepEqual(files(new Map([...start, [place, 'a whole\r\ngame\r\n']])), ['src/errors.ts']);
    assert.deepEqual(files(solution), []);
  });
});
