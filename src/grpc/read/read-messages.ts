import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { fieldLength, varintFieldLength, WireOutput } from '../wire/wire-output.ts';

/** The messages of Streams.Read that are no events, ready to be sent. */

export function confirmation(subscriptionId: string): Uint8Array {
  const body = new streams.ReadResp.SubscriptionConfirmation();
  body.setSubscriptionId(subscriptionId);
  const response = new streams.ReadResp();
  response.setConfirmation(body);
  return response.serializeBinary();
}

/**
 * `caught_up{timestamp, stream_revision | position}`, by hand: the generated class is of a server that did not
 * fill it yet. KurrentDB's Go client tells nobody of one without a timestamp.
 */
export function caughtUp(unit: 'revision' | 'position', place: bigint | undefined): Uint8Array {
  const timestamp = timestamps.Timestamp.fromDate(new Date()).serializeBinary();
  const parts = [nested(1, timestamp)];
  if (place !== undefined && unit === 'revision') parts.push(varint(2, place));
  if (place !== undefined && unit === 'position') {
    parts.push(nested(3, Buffer.concat([varint(1, place), varint(2, place)])));
  }
  return nested(8, Buffer.concat(parts));
}

function varint(field: number, value: bigint): Uint8Array {
  const output = new WireOutput(varintFieldLength(value));
  output.varint(field, value);
  return output.bytes;
}

function nested(field: number, content: Uint8Array): Uint8Array {
  const output = new WireOutput(fieldLength(content.length));
  output.field(field, content);
  return output.bytes;
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
