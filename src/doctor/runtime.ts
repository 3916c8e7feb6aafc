import module from 'node:module';
import type { LearnerRunner, Run } from '../learner/learner-code.ts';
import type { Examination, Outcome } from './finding.ts';

/** The smallest program there is to run: what is asked is whether any does. */
const files = new Map([['src/domain/game.ts', 'export class Game {}\n']]);
const makeGame = { op: 'create', as: 'game', module: 'domain/game', name: 'Game', args: [] } as const;

/** Runs a program as a check would, which says more of a runtime than its number. The runner is disposed at the end. */
export function runtimeExamination(makeRunner: () => Promise<LearnerRunner>): Examination {
  return {
    subject: 'Running your code',
    async examine(signal) {
      const { node } = process.versions;
      // Learners' code runs on the runtime that this runs on.
      if (!('registerHooks' in module)) return problem(`Node ${node} is too old for it.`);
      const runner = await makeRunner();
      try {
        const run = await runner.run({ files, operations: [makeGame], signal });
        return run.kind === 'completed'
          ? { kind: 'well', note: `Your code runs, on Node ${node}.` }
          : problem(whyNot(run));
      } finally {
        runner.dispose();
      }
    },
  };
}

function whyNot(run: Exclude<Run, { kind: 'completed' }>): string {
  if (run.kind === 'stopped') return 'A program of one line was started, and did not come to its end.';
  return run.problem.kind === 'noChild' ? run.problem.message : 'A program of one line could not be read.';
}

function problem(why: string): Outcome {
  return {
    kind: 'problem',
    wrong: `Your code can’t be run. ${why}`,
    remedy: 'Update VS Code (1.106 or later), or the Node of this terminal (22.15 or later).',
    action: 'updateEditor',
  };
}
