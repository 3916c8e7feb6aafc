import { status } from '@grpc/grpc-js';
import type { SubscriptionName } from '../../eventstore/persistent/persistent-subscriptions.ts';
import type { SubscriptionRefusal } from '../../eventstore/persistent/results.ts';
import type { Failure } from '../calls.ts';
import { failureWith } from '../failures.ts';

/** What a refusal is called on the wire. The sentences are EventStoreDB's own: clients show them. */
export function subscriptionFailure(refusal: SubscriptionRefusal, name: SubscriptionName): Failure {
  const { source, group } = name;
  switch (refusal.kind) {
    case 'exists':
      return told(name, status.ALREADY_EXISTS, 'persistent-subscription-exists', 'exists.');
    case 'doesNotExist':
      return told(name, status.NOT_FOUND, 'persistent-subscription-does-not-exist', 'does not exist.');
    case 'maximumSubscribersReached':
      return failureWith(
        status.FAILED_PRECONDITION,
        `Maximum subscriptions reached for subscription group ${group} on stream ${source}.`,
        'maximum-subscribers-reached',
        trailersOf(name),
      );
    case 'failed': {
      const sentence = `Subscription group ${group} on stream ${source} failed: '${refusal.reason}'`;
      const trailers = { ...trailersOf(name), reason: refusal.reason };
      return failureWith(status.INTERNAL, sentence, 'persistent-subscription-failed', trailers);
    }
  }
}

/** A consumer is told that nothing more will come, and why where there is a special reason. */
export function droppedFailure(name: SubscriptionName, reason: string | undefined): Failure {
  const ending = reason === undefined ? 'was dropped.' : `was dropped: ${reason}`;
  return told(name, status.CANCELLED, 'persistent-subscription-dropped', ending);
}

function told(name: SubscriptionName, code: status, exception: string, ending: string): Failure {
  const sentence = `Subscription group ${name.group} on stream ${name.source} ${ending}`;
  return failureWith(code, sentence, exception, trailersOf(name));
}

function trailersOf({ source, group }: SubscriptionName): Readonly<Record<string, string>> {
  return { 'stream-name': source, 'group-name': group };
}
