import { availableParallelism } from 'node:os';
import { loadCourse } from '../../../src/course/load-course.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { alternate, type Contender } from '../median.ts';
import { openRoom } from './room.ts';

const rounds = 11;
const learners = 12;

/** A room of learners against a single one, from the request to the last verdict. */
async function benchMatrix(id: string): Promise<void> {
  using room = await openRoom(learners, id);
  await room.validate(learners);
  const medianOf = await alternate(
    rounds,
    new Map<string, Contender>([
      ['one', { ready: () => room.prepare(1), work: () => room.validate(1) }],
      ['all', { ready: () => room.prepare(learners), work: () => room.validate(learners) }],
      ['one again', { work: () => room.validate(1) }],
      ['all again', { work: () => room.validate(learners) }],
      ['one in a terminal', { work: () => room.inTerminal('learner/0/*') }],
      ['all in a terminal', { work: () => room.inTerminal('learner/*') }],
    ]),
  );
  console.log(`\nExercise ${Number(id.slice(0, 2))}, ${room.exercise.steps.length} steps`);
  console.log(lineOf('picked in the editor', medianOf('one'), medianOf('all')));
  console.log(lineOf('checked again at once', medianOf('one again'), medianOf('all again')));
  console.log(lineOf('ground-up check --branches', medianOf('one in a terminal'), medianOf('all in a terminal')));
}

function lineOf(where: string, one: number, all: number): string {
  const times = `1 branch ${one.toFixed(0)} ms, ${learners} branches ${all.toFixed(0)} ms`;
  return `  ${where.padEnd(36)}${times}: ${(all / one).toFixed(1)} × as long (aim: at most 4)`;
}

console.log(`Branches checked, medians of ${rounds} alternating rounds, ${availableParallelism()} cores`);
for (const { exercise } of await loadCourse(inRoot('exercises'))) {
  if (exercise.steps.length > 0) await benchMatrix(exercise.id);
}
