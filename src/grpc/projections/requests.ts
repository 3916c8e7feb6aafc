import type { CreateReq, UpdateReq } from '@eventstore/db-client/generated/projections_pb.js';
import type { CreateRequest, UpdateRequest } from '../../eventstore/projections/projections.ts';

/** The request, or a sentence that says what is missing. */
export function createRequestFrom(message: CreateReq): CreateRequest | string {
  const options = message.getOptions();
  const query = options?.getQuery() ?? '';
  const plain = { query, emitEnabled: false, trackEmittedStreams: false };
  const continuous = options?.getContinuous();
  if (continuous !== undefined) {
    return {
      name: continuous.getName(),
      mode: 'Continuous',
      query,
      emitEnabled: continuous.getEmitEnabled(),
      trackEmittedStreams: continuous.getTrackEmittedStreams(),
    };
  }
  const adHoc = options?.getTransient();
  if (adHoc !== undefined) return { ...plain, name: adHoc.getName(), mode: 'Transient' };
  if (options?.hasOneTime() === true) return { ...plain, name: undefined, mode: 'OneTime' };
  return 'A projection is continuous, transient or runs one time.';
}

export function updateRequestFrom(message: UpdateReq): UpdateRequest {
  const options = message.getOptions();
  const request = { name: options?.getName() ?? '', query: options?.getQuery() ?? '' };
  return options?.hasEmitEnabled() === true ? { ...request, emitEnabled: options.getEmitEnabled() } : request;
}
