import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendResult, WrongExpectedRevision } from '../../eventstore/results.ts';
import type { Failure } from '../calls.ts';
import { failureOf } from '../failures.ts';

/** What Append answers: success and a wrong expected revision are responses, everything else is a failed call. */
export function appendResponse(result: AppendResult): AppendResp | Failure {
  if (result.kind === 'appended') return success(result.revision, result.position);
  return result.kind === 'wrongExpectedRevision' ? wrongExpectedRevision(result) : failureOf(result);
}

function success(revision: bigint, position: bigint): AppendResp {
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  const body = new streams.AppendResp.Success();
  body.setPosition(place);
  if (revision < 0n) body.setNoStream(new shared.Empty());
  else body.setCurrentRevision(String(revision));
  const response = new streams.AppendResp();
  response.setSuccess(body);
  return response;
}

/** A result, not an error. The fields whose names end in 2060 are for clients of server 20.6. */
function wrongExpectedRevision({ expected, actual }: WrongExpectedRevision): AppendResp {
  const empty = new shared.Empty();
  const body = new streams.AppendResp.WrongExpectedVersion();
  if (actual === 'noStream') {
    body.setCurrentNoStream(empty);
    body.setNoStream2060(empty);
  } else {
    body.setCurrentRevision(String(actual));
    body.setCurrentRevision2060(Number(actual));
  }
  if (expected === 'any') {
    body.setExpectedAny(empty);
    body.setAny2060(empty);
  } else if (expected === 'streamExists') {
    body.setExpectedStreamExists(empty);
    body.setStreamExists2060(empty);
  } else if (expected === 'noStream') {
    body.setExpectedNoStream(empty);
  } else {
    body.setExpectedRevision(String(expected));
    body.setExpectedRevision2060(Number(expected));
  }
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(body);
  return response;
}
