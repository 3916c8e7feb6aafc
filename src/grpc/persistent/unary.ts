import { type handleUnaryCall, status } from '@grpc/grpc-js';
import { messageOf } from '../../base/errors.ts';
import { type Failure, refusalOf, toServiceError } from '../calls.ts';
import { callerOf } from './caller.ts';

/** Answers each request once, after asking who wants to know. */
export function unary<Request, Response extends object>(
  answer: (request: Request, user: string) => Promise<Response | Failure>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const fail = (failure: Failure) => callback(toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);
    const caller = callerOf(call.metadata);
    if ('code' in caller) return fail(caller);
    answer(call.request, caller.user).then(
      (response) => ('code' in response ? fail(response) : callback(null, response)),
      (thrown: unknown) => fail({ code: status.INTERNAL, details: messageOf(thrown) }),
    );
  };
}
