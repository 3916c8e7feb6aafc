import { messageOf } from '../../base/errors.ts';
import type { ExpectedRevision } from '../expected-revision.ts';
import type {
  AccessDenied,
  AppendTooLarge,
  StoreUnavailable,
  StreamDeleted,
  WrongExpectedRevision,
} from '../results.ts';

/** What the client was asked to do, to be named when it could not. */
export interface Asked {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/**
 * Sorts what the official client throws. Known by the client's own `type`, not by class: several
 * copies of the client may be loaded.
 */
export function refusalFrom(
  thrown: unknown,
  { stream, expected }: Asked,
): WrongExpectedRevision | StreamDeleted | AccessDenied | AppendTooLarge | StoreUnavailable {
  switch (errorType(thrown)) {
    case 'wrong-expected-version':
      return { kind: 'wrongExpectedRevision', stream, expected, actual: actualOf(thrown) };
    case 'stream-deleted':
      return { kind: 'streamDeleted', stream };
    case 'access-denied':
      return { kind: 'accessDenied', stream };
    case 'maximum-append-size-exceeded':
      return { kind: 'appendTooLarge', size: Number.NaN, limit: limitOf(thrown) };
    default:
      return unavailable(thrown);
  }
}

export function errorType(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('type' in thrown)) return undefined;
  return typeof thrown.type === 'string' ? thrown.type : undefined;
}

/** A server knows positions as places in its log and says so of one where nothing begins. */
export function saysInvalidPosition(thrown: unknown): boolean {
  return messageOf(thrown).includes('ReadAllResult: InvalidPosition');
}

export function unavailable(thrown: unknown): StoreUnavailable {
  return { kind: 'unavailable', reason: `The event store did not answer: ${messageOf(thrown)}` };
}

function actualOf(thrown: unknown): WrongExpectedRevision['actual'] {
  if (typeof thrown !== 'object' || thrown === null || !('actualVersion' in thrown)) return 'noStream';
  const { actualVersion } = thrown;
  return typeof actualVersion === 'bigint' && actualVersion >= 0n ? actualVersion : 'noStream';
}

function limitOf(thrown: unknown): number {
  if (typeof thrown !== 'object' || thrown === null || !('maxAppendSize' in thrown)) return Number.NaN;
  return Number(thrown.maxAppendSize);
}
