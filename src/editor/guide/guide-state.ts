import { sectionOfStep } from '../../course/instructions.ts';
import type { Told } from '../../course/judgement.ts';
import { type StepProgress, untouched } from '../../course/progress.ts';
import type { GuideExercise, GuideState, GuideStep, GuideTold, StepState } from '../../panel/guide-contract.ts';
import { codeLink } from '../../panel/guide-links.ts';
import type { RenderMarkdown } from '../../panel/guide-markdown.ts';
import { comparisonRows } from './comparison-rows.ts';
import type { ExerciseFacts, GuideFacts, StepAsRead } from './guide-model.ts';

/** The guide as the page shows it, from the facts alone. */
export function guideState(facts: GuideFacts, render: RenderMarkdown): GuideState {
  return facts.kind === 'exercise' ? exerciseState(facts, render) : facts;
}

/** Whether asking now opens the solution: after a pass it does, before it for whoever has asked already. */
export function mayCompare({ judgement, askedForSolution }: StepProgress): boolean {
  return judgement?.verdict === 'pass' || askedForSolution >= 1;
}

/** The step the learner turned to, else the first that has not passed, else the last. */
export function currentStep({ exercise, progress, current }: ExerciseFacts): string {
  const { steps } = exercise;
  const turnedTo = steps.find(({ number }) => number === current);
  const step = turnedTo ?? steps.find(({ number }) => !hasPassed(progress.get(number))) ?? steps.at(-1);
  return step?.number ?? '';
}

function exerciseState(facts: ExerciseFacts, render: RenderMarkdown): GuideExercise {
  const { exercise, instructions, progress, trusted, number, total, nextExercise } = facts;
  const passed = exercise.steps.filter((step) => hasPassed(progress.get(step.number))).length;
  const finished = passed === exercise.steps.length;
  return {
    kind: 'exercise',
    id: exercise.id,
    number,
    total,
    title: instructions.title || exercise.title,
    summary: exercise.summary,
    intro: { html: render(instructions.intro), opened: passed === 0 },
    trusted,
    checking: [...progress.values()].some(({ checking }) => checking),
    current: currentStep(facts),
    steps: exercise.steps.map((step) => stepState(step, facts, render)),
    passed,
    ...(finished && { finished: nextExercise === undefined ? {} : { nextExercise } }),
  };
}

function stepState(step: StepAsRead, facts: ExerciseFacts, render: RenderMarkdown): GuideStep {
  const { number } = step;
  const progress = facts.progress.get(number) ?? untouched;
  const section = sectionOfStep(facts.instructions, number);
  const current = currentStep(facts);
  const explained = explainedStep(facts);
  const { judgement, hintsRevealed } = progress;
  const passed = hasPassed(progress);
  return {
    number,
    label: labelOf(number),
    title: section?.title || step.title,
    state: number === current ? stateNow(progress) : stateOf(progress),
    waiting: judgement?.verdict === 'notYet' && number !== current && number !== explained,
    opened: number === current || number === explained,
    html: render(section?.markdown ?? ''),
    place: placeOf(step),
    hints: { revealed: step.hints.slice(0, hintsRevealed).map(render), total: step.hints.length },
    ...(judgement !== undefined && 'told' in judgement && { told: toldState(judgement.told, progress) }),
    ...(passed && { afterwards: render(step.afterwards) }),
    compare: compareOffer(progress),
    ...(passed && nextAfter(step, facts)),
  };
}

/**
 * Checks run in order, so the first verdict that is no pass is the one worth reading: the current
 * step's, or that of an earlier one that has come undone. Later ones wait until the learner is there.
 */
function explainedStep(facts: ExerciseFacts): string | undefined {
  const { steps } = facts.exercise;
  const reached = steps.findIndex(({ number }) => number === currentStep(facts)) + 1;
  return steps.slice(0, reached).find(({ number }) => {
    const verdict = facts.progress.get(number)?.judgement?.verdict;
    return verdict === 'notYet' || verdict === 'couldNotRun';
  })?.number;
}

/** A check looks at every step, but only the one the learner waits for shows it: the others would flicker. */
function stateNow(progress: StepProgress): StepState {
  return progress.checking ? 'checking' : stateOf(progress);
}

function stateOf({ judgement }: StepProgress): StepState {
  if (judgement === undefined) return 'open';
  return judgement.verdict === 'pass' ? 'passed' : judgement.verdict;
}

function hasPassed(progress: StepProgress | undefined): boolean {
  return progress?.judgement?.verdict === 'pass';
}

function compareOffer(progress: StepProgress): GuideStep['compare'] {
  if (hasPassed(progress) || progress.askedForSolution > 1) return 'offered';
  return mayCompare(progress) ? 'ask' : 'notOffered';
}

function nextAfter({ number }: StepAsRead, facts: ExerciseFacts): Pick<GuideStep, 'next'> {
  const { steps } = facts.exercise;
  const at = steps.findIndex((step) => step.number === number);
  const later = [...steps.slice(at + 1), ...steps.slice(0, at)];
  const next = later.find((step) => !hasPassed(facts.progress.get(step.number)));
  if (next === undefined) return {};
  const title = sectionOfStep(facts.instructions, next.number)?.title || next.title;
  return { next: { number: next.number, label: labelOf(next.number), title } };
}

function placeOf({ place: { file, member } }: StepAsRead): GuideStep['place'] {
  const text = member === undefined ? nameOf(file) : `${member} in ${nameOf(file)}`;
  return { link: codeLink(file, member), text };
}

function toldState({ headline, why, comparison, at }: Told, { guiltyLine }: StepProgress): GuideTold {
  return {
    headline,
    why,
    rows: comparison === undefined ? [] : comparisonRows(comparison),
    ...(at !== undefined && {
      at: {
        file: at.file,
        line: at.line,
        column: at.column,
        text: `${nameOf(at.file)}:${at.line}`,
        ...(guiltyLine !== undefined && { source: guiltyLine.trim() }),
      },
    }),
  };
}

function labelOf(number: string): string {
  return number.charAt(0).toUpperCase() + number.slice(1);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
