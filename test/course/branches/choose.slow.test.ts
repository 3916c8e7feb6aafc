import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { choicesOf } from '../../../src/course/branches/choose.ts';
import { listBranches } from '../../../src/course/git/branches.ts';
import { classroom } from './fixture.ts';
import { addBranch, attempts, solved, started } from './learners.ts';

describe('the branches to choose from', () => {
  it('begin with the current exercise, and suggest those with somebody’s work on them', async (test) => {
    const { folder, parts } = await classroom(test);
    const theirs = 'learner/bob/02-exercise-play-the-game';
    addBranch(folder, theirs, 'solutions/02-exercise-play-the-game');
    addBranch(folder, 'learner/ann/01-exercise-start-game', solved, attempts.forgetful);
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder });
    git('update-ref', `refs/remotes/room/${theirs}`, theirs);
    git('update-ref', 'refs/remotes/room/learner/cat/01-exercise-start-game', started);
    const choices = choicesOf(parts.course, await listBranches(parts.git), '02-play-the-game');
    const shown = choices.map(({ branch, suggested }) => `${suggested ? '✓' : ' '} ${branch.label}`);
    assert.deepEqual(
      shown.filter((line) => !line.includes('03-')),
      [
        '  02-exercise-play-the-game',
        '✓ learner/bob/02-exercise-play-the-game',
        '✓ solutions/02-exercise-play-the-game',
        '  room/learner/bob/02-exercise-play-the-game',
        '  01-exercise-start-game',
        '✓ learner/ann/01-exercise-start-game',
        '✓ solutions/01-exercise-start-game',
        '✓ room/learner/cat/01-exercise-start-game',
        '  main',
      ],
    );
  });
});
