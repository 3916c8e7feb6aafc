import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missingText } from '../../../src/editor/course/documents/missing-text.ts';

const game = 'src/domain/game.ts';

describe('what an exercise takes for granted and the learner’s code hasn’t got', () => {
  it('is told file by file, each member with what it is for, and what found no place as it stands', () => {
    const text = missingText({
      title: 'Play the game',
      language: 'typescript',
      members: [
        { file: game, member: 'makeMove', what: 'The command of step 2.2.' },
        { file: 'src/domain/events.ts', member: 'MoveMade', what: 'Its event.' },
      ],
      unplaced: [
        { file: game, parts: ['  get isFinished() {}\n'] },
        { file: 'src/domain/errors.ts', parts: [] },
      ],
    });
    const [, ...sections] = (text ?? '').split('\n## ');
    assert.deepEqual(
      sections.map((section) => section.split('\n').filter((line) => line !== '')),
      [
        [
          game,
          '- `makeMove`: The command of step 2.2.',
          'Of the file that is handed out, this found no place in yours, since you have written something else there:',
          '```typescript',
          '  get isFinished() {}',
          '```',
        ],
        ['src/domain/events.ts', '- `MoveMade`: Its event.'],
      ],
    );
  });

  it('is nothing where nothing is missing', () => {
    assert.equal(
      missingText({ title: 'Play', language: 'typescript', members: [], unplaced: [{ file: game, parts: [] }] }),
      undefined,
    );
  });
});
