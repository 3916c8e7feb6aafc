import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Emitter } from '../../../src/base/emitter.ts';
import { checkExercise } from '../../../src/course/check.ts';
import { loadCourse } from '../../../src/course/load-course.ts';
import { timeLimitExamination } from '../../../src/doctor/time-limit.ts';
import type { Checked } from '../../../src/editor/course/course-state.ts';
import { judgedSteps } from '../../../src/editor/course/judged-steps.ts';
import { TimedChecks } from '../../../src/editor/doctor/timed-checks.ts';
import { isWell, troubleIn } from '../../doctor/look.ts';
import { exercisesFolder, runnerFor } from '../../hosts.ts';

describe('checks of a learner’s code', () => {
  const runner = runnerFor({ after });

  it('that loops for ever are told after the third, and no more once the limit was raised', async () => {
    const [exercise] = await loadCourse(exercisesFolder);
    assert.ok(exercise);
    const didCheck = new Emitter<Checked>();
    const checks = new TimedChecks({ onDidCheck: didCheck.event }, () => 1);
    const check = async (game: string): Promise<Checked> => {
      const files = new Map([['src/domain/game.ts', game]]);
      const limits = { time: game.includes('while') ? 200 : 60_000 };
      const report = await checkExercise({ exercise: exercise.exercise, files, runner, limits });
      const first = report.steps[0]?.number;
      return { exercise, seed: report.seed, judged: judgedSteps(report, first) };
    };
    const endless = 'export class Game {\n  constructor() {\n    while (true);\n  }\n}\n';
    const [stopped, done] = [await check(endless), await check('export class Game {}\n')];
    for (const checked of [done, stopped, stopped]) didCheck.fire(checked);
    await isWell(timeLimitExamination(checks.last, 1));
    didCheck.fire(stopped);
    const { wrong } = await troubleIn(timeLimitExamination(checks.last, 1));
    assert.match(wrong, /^3 of your last 4 checks were stopped/);
    await isWell(timeLimitExamination(checks.last, 2));
    for (let n = 0; n < 8; n += 1) didCheck.fire(done);
    assert.equal(checks.last.length, 10);
    await isWell(timeLimitExamination(checks.last, 1));
  });
});
