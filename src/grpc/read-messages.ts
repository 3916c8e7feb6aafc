import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

/** The messages of Streams.Read that are no events, ready to be sent. */

export function confirmation(subscriptionId: string): Uint8Array {
  const body = new streams.ReadResp.SubscriptionConfirmation();
  body.setSubscriptionId(subscriptionId);
  const response = new streams.ReadResp();
  response.setConfirmation(body);
  return response.serializeBinary();
}

export function caughtUp(): Uint8Array {
  const response = new streams.ReadResp();
  response.setCaughtUp(new streams.ReadResp.CaughtUp());
  return response.serializeBinary();
}

export function checkpoint(position: bigint): Uint8Array {
  const body = new streams.ReadResp.Checkpoint();
  body.setCommitPosition(String(position));
  body.setPreparePosition(String(position));
  const response = new streams.ReadResp();
  response.setCheckpoint(body);
  return response.serializeBinary();
}

export function streamNotFound(stream: string): Uint8Array {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  const body = new streams.ReadResp.StreamNotFound();
  body.setStreamIdentifier(identifier);
  const response = new streams.ReadResp();
  response.setStreamNotFound(body);
  return response.serializeBinary();
}

export function lastStreamPosition(revision: bigint): Uint8Array {
  const response = new streams.ReadResp();
  response.setLastStreamPosition(String(revision));
  return response.serializeBinary();
}
