import type { Step } from '../../../course/exercise.ts';
import { comparisonText } from '../../../course/feedback/comparison-text.ts';
import type { Judgement, Told } from '../../../course/judgement.ts';
import { stepLabel } from '../../../course/step-label.ts';
import { plainTold } from './outcome-text.ts';

const states = { pass: 'passed', notYet: 'not yet', couldNotRun: 'couldn’t run' } as const;

/** What a run of a step prints: what came of it, and expected beside actual events where events differ. Ends its last line. */
export function stepOutput(
  { number, title }: Pick<Step, 'number' | 'title'>,
  judgement: Judgement | undefined,
): string {
  const state = judgement === undefined ? 'waits for the steps before it' : states[judgement.verdict];
  const heading = `${stepLabel(number)} ${title}: ${state}`;
  const lines = judgement === undefined || judgement.verdict === 'pass' ? [] : [indented(toldText(judgement.told))];
  return `${[heading, ...lines].join('\n')}\n`;
}

/** What is told, why, and expected beside actual events where events differ; the first line says the most. */
export function toldText(told: Told): string {
  const { headline, why } = plainTold(told);
  const { comparison, at } = told;
  return [
    headline,
    why,
    ...(comparison === undefined
      ? []
      : [
          ...side('expected', comparisonText(comparison, 'expected')),
          ...side('yours', comparisonText(comparison, 'actual')),
        ]),
    ...(at === undefined ? [] : [`at ${at.file}:${at.line}`]),
  ].join('\n');
}

function side(name: string, events: string): string[] {
  const lines = events === '' ? ['(no events)'] : events.split('\n');
  return [`${name}:`, ...lines.map((line) => `  ${line}`)];
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
