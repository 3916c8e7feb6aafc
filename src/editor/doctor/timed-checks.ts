import type { Disposable } from '../../base/disposable.ts';
import { remembered, type TimedCheck } from '../../doctor/time-limit.ts';
import type { CourseModel } from '../course/course-model.ts';
import type { Checked } from '../course/course-state.ts';

/** Remembers of the last checks of this window whether they were stopped at their time limit. */
export class TimedChecks implements Disposable {
  readonly #listening: Disposable;
  #checks: readonly TimedCheck[] = [];

  /** `seconds` is what a check is given. */
  constructor(model: Pick<CourseModel, 'onDidCheck'>, seconds: () => number) {
    this.#listening = model.onDidCheck((checked) => {
      this.#checks = [...this.#checks, { limit: seconds(), stopped: wasStopped(checked) }].slice(-remembered);
    });
  }

  get last(): readonly TimedCheck[] {
    return this.#checks;
  }

  dispose(): void {
    this.#listening.dispose();
  }
}

function wasStopped({ judged }: Checked): boolean {
  return [...judged.values()].some((judgement) => judgement.verdict === 'notYet' && judgement.mistake === 'timed-out');
}
