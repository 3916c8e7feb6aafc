import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Gate } from '../access/gate.ts';
import type { Failure } from '../calls.ts';
import { answering } from '../unary.ts';
import { callerOf } from './caller.ts';

/** Answers after asking who wants to know: where people say who they are, that is an administrator. */
export function unary<Request, Response extends object>(
  gate: Gate | undefined,
  answer: (request: Request, user: string) => Promise<Response | Failure>,
): handleUnaryCall<Request, Response> {
  return answering(
    (call) => callerOf(call, gate, { right: 'administer' }),
    (request, { user }) => answer(request, user),
  );
}
