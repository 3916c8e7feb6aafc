import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Gate } from '../access/gate.ts';
import type { Failure } from '../calls.ts';
import { answering } from '../unary.ts';

/** Who manages projections lets code run that reads and writes everywhere: where people say who they are, that is an administrator. */
export function refusalFor(call: Parameters<Gate['pass']>[0], gate: Gate | undefined): Promise<Failure | undefined> {
  return gate === undefined ? Promise.resolve(undefined) : gate.pass(call, { right: 'administer' });
}

/** Answers to whom it may be answered. */
export function unary<Request, Response extends object>(
  gate: Gate | undefined,
  answer: (request: Request) => Promise<Response | Failure>,
): handleUnaryCall<Request, Response> {
  return answering(async (call) => (await refusalFor(call, gate)) ?? {}, answer);
}
