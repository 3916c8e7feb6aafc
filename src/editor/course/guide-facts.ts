import type { GuideFacts } from '../guide/guide-model.ts';
import { type CourseOpen, type CourseState, currentProgress, nextExercise, stepAtHand } from './course-state.ts';
import { elsewhereText } from './own-work.ts';

/** What the guide shows of the course. */
export function guideFacts(state: CourseState): GuideFacts {
  return state.kind === 'open' ? exerciseFacts(state) : state;
}

function exerciseFacts(open: CourseOpen): GuideFacts {
  const { course, current, checkedOut, trusted, turnedTo } = open;
  const next = nextExercise(open);
  const elsewhere = elsewhereText(checkedOut);
  const instructions = course.instructions.get(current.exercise.id);
  return {
    kind: 'exercise',
    exercise: current.exercise,
    instructions: instructions ?? { title: current.exercise.title, intro: '', sections: [] },
    number: course.exercises.indexOf(current) + 1,
    total: course.exercises.length,
    ...(next && { nextExercise: next.exercise.title }),
    ...(elsewhere !== undefined && { elsewhere }),
    trusted,
    current: stepAtHand(open)?.number ?? '',
    ...(turnedTo !== undefined && { turnedTo }),
    progress: currentProgress(open),
  };
}
