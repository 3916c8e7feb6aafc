import { status } from '@grpc/grpc-js';
import type { ProjectionRefusal } from '../../eventstore/projections/results.ts';
import type { Failure } from '../calls.ts';

/** What EventStoreDB calls the answer that was hoped for. */
export type Expected = 'Updated' | 'Statistics' | 'ProjectionState' | 'ProjectionResult';

/** Clients know these refusals by EventStoreDB's own sentences; what comes after the colon is for people. */
export function projectionFailure(refusal: ProjectionRefusal, expected: Expected): Failure {
  const sentence = (received: string) => `Envelope callback expected ${expected}, received ${received} instead`;
  switch (refusal.kind) {
    case 'notFound':
      return {
        code: status.NOT_FOUND,
        details: `${sentence('NotFound')}: there is no projection named '${refusal.name}'.`,
      };
    case 'conflict':
      return {
        code: status.UNKNOWN,
        details: `${sentence('Conflict')}: Duplicate projection names : ${refusal.name}`,
      };
    case 'failed':
      return { code: status.UNKNOWN, details: `${sentence('OperationFailed')}: ${refusal.reason}` };
  }
}
