import type { FollowState } from '../../../src/course/branches/follow/follower.ts';
import { timesAfter } from '../../../src/course/branches/follow/time-at-step.ts';
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

/** `through` is how many steps the learner at a place has passed. */
function learners(through: (at: number) => number): MatrixRow[] {
  const names = ['ada', 'bob', 'cleopatra-philopator', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy', 'joe', 'kim', 'leo'];
  return names.map((name, at) => {
    const before = Array.from({ length: through(at) }, () => passed);
    const label = `origin/learner/${name}/02-exercise-play-the-game`;
    return checkedRow(label, [...before, ...steps.map(() => (at === 5 ? nasty : late))], playTheGame);
  });
}

const room: Matrix = { rows: [...example.rows, ...learners((at) => at % 9)], took: 900 };
/** The same learners, most of them before the same difficulty. */
const busy: Matrix = {
  rows: [...example.rows, ...learners((at) => [3, 3, 5, 3, 1, 2, 3, 3, 8, 0, 3, 8][at] ?? 0)],
  took: 900,
};

const minutes = (count: number) => new Date(new Date(2024, 6, 10, 10).getTime() + count * 60_000);
const now = minutes(25);
const alone = { checking: false, now };

/** Since ten, when all were where they are but one, who has come to their step since. */
const following: FollowState = {
  since: minutes(0),
  interval: 60_000,
  activity: { kind: 'waiting', next: minutes(26) },
  last: { at: now, changed: 3, problem: undefined },
  times: timesAfter(timesAfter(undefined, { ...busy, rows: busy.rows.slice(0, -4) }, minutes(0)), busy, minutes(10)),
};
const follow = (part: Partial<FollowState>) => ({ ...alone, follow: { ...following, ...part } });

const refused =
  'Could not fetch from room: could not read Username for “https://example.org”: terminal prompts disabled. If it wants a password, have git remember it: run “git fetch room” once in a terminal, with a credential helper or an ssh agent. Nobody is asked while following.';

/** Every state there is something to look at. */
export const gallery = {
  example: matrixState(example, alone),
  room: matrixState(room, alone),
  checking: matrixState(example, { ...alone, checking: true }),
  'nothing-checked': matrixState({ rows: example.rows.slice(3), took: 3 }, alone),
  following: matrixState(busy, follow({})),
  fetching: matrixState(busy, follow({ activity: { kind: 'fetching' } })),
  'checking-changed': matrixState(busy, follow({ activity: { kind: 'checking', count: 3 } })),
  'fetch-failed': matrixState(busy, follow({ last: { at: now, changed: 0, problem: refused } })),
  'nobody-for-long': matrixState(busy, follow({ times: timesAfter(undefined, busy, now) })),
} satisfies Readonly<Record<string, MatrixState>>;
