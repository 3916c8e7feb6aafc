import { hintsIn } from '../../course/exercise.ts';
import { sectionOfStep } from '../../course/instructions.ts';
import { type StepProgress, untouched } from '../../course/progress.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { Language } from '../../learner/language.ts';
import type { GuideExercise, GuideState, GuideStep, StepState } from '../../pages/guide/contract.ts';
import { codeLink } from '../../pages/guide/links.ts';
import { feedbackOf, nameOf } from './feedback.ts';
import type { ExerciseFacts, GuideFacts, StepAsRead } from './guide-model.ts';
import type { RenderMarkdown } from './markdown.ts';

/** The guide as the page shows it, from the facts alone. */
export function guideState(facts: GuideFacts, language: Language, render: RenderMarkdown): GuideState {
  return facts.kind === 'exercise' ? exerciseState(facts, language, render) : facts;
}

/** Whether asking now opens the solution: after a pass it does, before it for whoever has asked already. */
export function mayCompare({ judgement, askedForSolution }: StepProgress): boolean {
  return judgement?.verdict === 'pass' || askedForSolution >= 1;
}

function exerciseState(facts: ExerciseFacts, language: Language, render: RenderMarkdown): GuideExercise {
  const { exercise, instructions, progress, current, trusted, elsewhere, number, total, nextExercise } = facts;
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
    current,
    ...stepsBefore(exercise.steps[0]?.number),
    ...(elsewhere !== undefined && { elsewhere }),
    steps: exercise.steps.map((step) => stepState(step, facts, language, render)),
    passed,
    ...(finished && { finished: nextExercise === undefined ? {} : { nextExercise } }),
  };
}

function stepState(step: StepAsRead, facts: ExerciseFacts, language: Language, render: RenderMarkdown): GuideStep {
  const { number } = step;
  const progress = facts.progress.get(number) ?? untouched;
  const section = sectionOfStep(facts.instructions, number);
  const isCurrent = number === facts.current;
  const { judgement, hintsRevealed } = progress;
  const told = judgement !== undefined && 'told' in judgement ? judgement.told : undefined;
  const passed = hasPassed(progress);
  return {
    number,
    label: stepLabel(number),
    title: section?.title || step.title,
    state: isCurrent ? stateNow(progress) : stateOf(progress),
    opened: isCurrent || told !== undefined,
    html: render(section?.markdown ?? ''),
    place: placeOf(step, language),
    hints: { revealed: hintsIn(step, language).slice(0, hintsRevealed).map(render), total: step.hints.length },
    ...(told !== undefined && { told: feedbackOf(told, judgement?.verdict === 'notYet', progress.guiltyLine) }),
    ...(passed && { afterwards: render(step.afterwards) }),
    compare: compareOffer(progress),
    ...(passed && nextAfter(step, facts)),
  };
}

/** In the tutorial the steps begin at x.1; what those before ours ask for, the companion has done. */
function stepsBefore(first: string | undefined): Pick<GuideExercise, 'before'> {
  const [, exercise, step] = /^(\d+)\.([23])$/.exec(first ?? '') ?? [];
  if (step === '2') return { before: `Step ${exercise}.1 is done for you: it gets the branch of this exercise.` };
  if (step !== '3') return {};
  return {
    before: `Steps ${exercise}.1 and ${exercise}.2 are done for you: they get the branch of this exercise and start an event store.`,
  };
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
  return { next: { number: next.number, label: stepLabel(next.number), title } };
}

function placeOf({ place: { module, member } }: StepAsRead, { words }: Language): GuideStep['place'] {
  const file = words.file(module);
  const text = member === undefined ? nameOf(file) : `${member} in ${nameOf(file)}`;
  return { link: codeLink(file, member), text };
}
