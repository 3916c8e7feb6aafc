import type { Matrix, MatrixRow } from '../../../src/course/branches/matrix.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import type { Judgement } from '../../../src/course/judgement.ts';
import { matrixState } from '../../../src/editor/branches/matrix-state.ts';
import type { MatrixState } from '../../../src/pages/matrix/contract.ts';
import { checkedRow, example, nasty, startGame } from '../../course/branches/example.ts';
import { toldEverything } from '../guide/example.ts';

const late: Judgement = { verdict: 'notYet', mistake: 'finished-before-move', told: toldEverything };
const [first, ...others] = startGame.steps;
const steps = ['2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9'];
const playTheGame = {
  ...startGame,
  id: '02-play-the-game',
  branch: '02-exercise-play-the-game',
  title: 'Play the game',
  steps: first === undefined ? others : steps.map((number) => ({ ...first, number, title: `Step ${number}` })),
};

function learners(): MatrixRow[] {
  const names = ['ada', 'bob', 'cleopatra-philopator', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy', 'joe', 'kim', 'leo'];
  return names.map((name, at) => {
    const through = Array.from({ length: at % 9 }, () => passed);
    const label = `origin/learner/${name}/02-exercise-play-the-game`;
    return checkedRow(label, [...through, ...steps.map(() => (at === 5 ? nasty : late))], playTheGame);
  });
}

const room: Matrix = { rows: [...example.rows, ...learners()], took: 900 };

/** Every state there is something to look at. */
export const gallery = {
  example: matrixState(example, false),
  room: matrixState(room, false),
  checking: matrixState(example, true),
  'nothing-checked': matrixState({ rows: example.rows.slice(3), took: 3 }, false),
} satisfies Readonly<Record<string, MatrixState>>;
