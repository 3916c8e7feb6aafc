import { Metadata, status } from '@grpc/grpc-js';
import type { ActualRevision, ExpectedRevision } from '../eventstore/expected-revision.ts';
import type {
  AccessDenied,
  AppendTooLarge,
  StoreUnavailable,
  StreamDeleted,
  WrongExpectedRevision,
} from '../eventstore/results.ts';
import type { Failure } from './calls.ts';

/** What a store's refusal is called on the wire: a status, and trailers by which the clients know it. */
export function failureOf(
  refusal: StreamDeleted | AppendTooLarge | AccessDenied | StoreUnavailable | WrongExpectedRevision,
): Failure {
  switch (refusal.kind) {
    case 'streamDeleted':
      return failureWith(status.FAILED_PRECONDITION, `Event stream '${refusal.stream}' is deleted.`, 'stream-deleted', {
        'stream-name': refusal.stream,
      });
    case 'appendTooLarge':
      return failureWith(
        status.INVALID_ARGUMENT,
        `Maximum append size of ${refusal.limit} bytes exceeded: ${refusal.size} bytes.`,
        'maximum-append-size-exceeded',
        { 'maximum-append-size': String(refusal.limit) },
      );
    case 'accessDenied':
      return failureWith(
        status.PERMISSION_DENIED,
        `Only the store itself writes to '${refusal.stream}'.`,
        'access-denied',
        {},
      );
    case 'unavailable':
      return unavailable(refusal);
    case 'wrongExpectedRevision':
      return failureWith(status.FAILED_PRECONDITION, wrongExpectedRevisionSentence(refusal), 'wrong-expected-version', {
        'stream-name': refusal.stream,
        'expected-version': expectedNumber(refusal.expected),
        'actual-version': actualNumber(refusal.actual),
      });
  }
}

function unavailable({ reason, why }: StoreUnavailable): Failure {
  switch (why) {
    case 'damaged':
      return { code: status.DATA_LOSS, details: reason };
    case 'invalidPosition':
      // EventStoreDB's own words, by which clients know it.
      return { code: status.UNKNOWN, details: `Unexpected ReadAllResult: InvalidPosition. ${reason}` };
    default:
      return { code: status.UNAVAILABLE, details: reason };
  }
}

/** EventStoreDB's own sentence: Python's clients read the revisions out of it. */
export function wrongExpectedRevisionSentence({ stream, expected, actual }: WrongExpectedRevision): string {
  const numbers = `Expected version: ${expectedNumber(expected)}, Actual version: ${actualNumber(actual)}`;
  return `Append failed due to WrongExpectedVersion. Stream: ${stream}, ${numbers}`;
}

export function invalid(details: string): Failure {
  return { code: status.INVALID_ARGUMENT, details };
}

export function missingProperty(property: 'type' | 'content-type'): Failure {
  return failureWith(
    status.INVALID_ARGUMENT,
    `Required Metadata Property '${property}' is missing.`,
    'missing-required-metadata-property',
    { 'required-metadata-properties': 'type,content-type' },
  );
}

/** A failure by which clients know what happened: the `exception` trailer names its kind. */
export function failureWith(
  code: status,
  details: string,
  exception: string,
  trailers: Readonly<Record<string, string>>,
): Failure {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, printable(value));
  return { code, details, metadata };
}

/** Trailers carry printable ASCII only; anything else would make grpc-js throw in the middle of answering. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]+/gu, (part) => encodeURIComponent(part.toWellFormed()));
}

/** The numbers by which EventStoreDB has always named its expectations. */
function expectedNumber(expected: ExpectedRevision): string {
  switch (expected) {
    case 'any':
      return '-2';
    case 'noStream':
      return '-1';
    case 'streamExists':
      return '-4';
    default:
      return String(expected);
  }
}

function actualNumber(actual: ActualRevision): string {
  return actual === 'noStream' ? '-1' : String(actual);
}
