import type { OutgoingHttpHeaders } from 'node:http2';

/** What a gRPC call looks like underneath, for tests that no proper client would make. */
export function grpcHeaders(path: string): OutgoingHttpHeaders {
  return { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
}

/** A message in its frame: a flag that says it is not compressed, its length, itself. */
export function framed(message: Uint8Array): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}
