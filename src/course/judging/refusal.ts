import type { Member, Outcome, Thrown } from '../../learner/protocol.ts';
import { contentOf } from '../observation/observed.ts';
import { eventsOf } from '../observation/seen.ts';
import type { SeenEvent } from '../observation/seen-event.ts';
import { type Difference, differenceIn } from './state.ts';

/** What became of a command that had to be refused. */
export type Refusal =
  | { readonly kind: 'refused' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'recordedAndRefused'; readonly thrown: Thrown }
  /** Events that were there before are others now, or gone. */
  | { readonly kind: 'historyChanged'; readonly thrown?: Thrown }
  | { readonly kind: 'stateChanged'; readonly difference: Difference; readonly thrown?: Thrown }
  | { readonly kind: 'saidNothing' }
  | { readonly kind: 'broke'; readonly thrown: Thrown }
  | { readonly kind: 'withoutName'; readonly thrown: Thrown }
  /** The call came back as if all were well, and what it promised failed later. */
  | { readonly kind: 'refusedLater'; readonly thrown: Thrown };

/** Compares all there is to be seen of an object before a command and after it. */
export function refusalOf(attempt: Outcome, before: readonly Member[], after: readonly Member[]): Refusal {
  const thrown = attempt.kind === 'threw' ? attempt.thrown : undefined;
  const [was, is] = [eventsOf(before) ?? [], eventsOf(after) ?? []];
  if (!sameEvents(was, is.slice(0, was.length))) return { kind: 'historyChanged', ...(thrown && { thrown }) };
  if (is.length > was.length)
    return thrown === undefined ? { kind: 'accepted' } : { kind: 'recordedAndRefused', thrown };
  const difference = differenceIn(before, after, () => false);
  if (difference !== undefined) return { kind: 'stateChanged', difference, ...(thrown && { thrown }) };
  if (attempt.kind !== 'threw') return { kind: 'saidNothing' };
  if (attempt.promised) return { kind: 'refusedLater', thrown: attempt.thrown };
  return errorKind(attempt.thrown);
}

/** Whether something went wrong by itself, and nobody decided to refuse. */
export function isCrash({ deliberate }: Thrown): boolean {
  return !deliberate;
}

/** A refusal is an error of the learner's own, with a name of its own. */
function errorKind(thrown: Thrown): Refusal {
  if (isCrash(thrown)) return { kind: 'broke', thrown };
  return thrown.isError && thrown.origin === 'learner' ? { kind: 'refused' } : { kind: 'withoutName', thrown };
}

function sameEvents(one: readonly SeenEvent[], other: readonly SeenEvent[]): boolean {
  const text = (events: readonly SeenEvent[]) => events.map(({ value }) => contentOf(value)).join();
  return one.length === other.length && text(one) === text(other);
}
