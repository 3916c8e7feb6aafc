import { type CommonMistake as Mistake, mostCommonMistake } from '../../course/branches/common-mistake.ts';
import type { FollowState } from '../../course/branches/follow/follower.ts';
import { intervalText } from '../../course/branches/follow/interval.ts';
import { type LongAtStep as Long, longAtStep } from '../../course/branches/follow/time-at-step.ts';
import type { CheckedRow, Matrix } from '../../course/branches/matrix.ts';
import { stepLabel } from '../../course/step-label.ts';
import type {
  Attention,
  CommonMistake,
  FollowingState,
  LearnerAtStep,
  LongAtStep,
} from '../../pages/matrix/contract.ts';
import { nameParts } from './name-parts.ts';

/** Minutes at one step that an instructor wants to know of. */
const long = 10;

/** Learners that are listed by name. */
const listed = 5;

const minute = 60_000;

export function followingState(follow: FollowState | undefined): FollowingState {
  if (follow === undefined) return { kind: 'off' };
  const { activity, interval, last } = follow;
  return {
    kind: 'on',
    interval: intervalText(interval),
    busy: activity.kind !== 'waiting',
    now: activityText(activity),
    ...(last !== undefined && { last: `Last fetch ${clockTime(last.at)}: ${changedText(last.changed)}` }),
    ...(last?.problem !== undefined && { problem: last.problem }),
  };
}

export function attentionOf(matrix: Matrix, follow: FollowState | undefined, now: Date): Attention {
  const common = mostCommonMistake(matrix);
  return {
    ...(follow !== undefined && { long: longState(matrix, follow, now) }),
    ...(common !== undefined && { common: commonState(common) }),
  };
}

function longState(matrix: Matrix, { since, times }: FollowState, now: Date): LongAtStep {
  const all = longAtStep(matrix, times, now, long * minute);
  const seen = `${long} minutes or more, as seen while following, since ${hourAndMinute(since)}`;
  return { seen, learners: all.slice(0, listed).map(atStep), more: Math.max(0, all.length - listed) };
}

/** Whoever was there when following began had come there before. */
function atStep({ row, step, since, orLonger }: Long): LearnerAtStep {
  const time = `since ${orLonger ? 'before ' : ''}${hourAndMinute(since)}`;
  return { ...cellOf(row, step), label: stepLabel(step), time };
}

function commonState({ step, headline, rows, open }: Mistake): CommonMistake {
  return {
    label: stepLabel(step.number),
    headline,
    count:
      rows.length === open ? `all ${open} who are not through` : `${rows.length} of the ${open} who are not through`,
    learners: rows.map((row) => cellOf(row, step.number)),
  };
}

function cellOf(row: CheckedRow, number: string) {
  const step = row.report.steps.findIndex((each) => each.number === number);
  return { branch: row.branch.ref, step, who: nameParts(row).own };
}

function activityText(activity: FollowState['activity']): string {
  switch (activity.kind) {
    case 'fetching':
      return 'Fetching…';
    case 'checking':
      return `Checking ${branches(activity.count)}…`;
    case 'waiting':
      return `Next fetch ${clockTime(activity.next)}`;
  }
}

function changedText(count: number): string {
  return count === 0 ? 'nothing had changed' : `${branches(count)} had changed`;
}

function branches(count: number): string {
  return `${count} ${count === 1 ? 'branch' : 'branches'}`;
}

/** `10:42:05`, of the day and the place one is in. */
function clockTime(date: Date): string {
  return `${hourAndMinute(date)}:${twoDigits(date.getSeconds())}`;
}

function hourAndMinute(date: Date): string {
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
