import type { OpenCheckStore } from '../../course/check-store.ts';
import type { Course } from '../../course/load-course.ts';
import type { LearnerRunner } from '../../learner/learner-code.ts';

/** What each way to prove the course needs. */
export interface ProofOptions {
  readonly course: Course;
  readonly exercisesFolder: string;
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
  readonly seed?: string;
  readonly print: (line: string) => void;
}
