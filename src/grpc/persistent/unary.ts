import { type handleUnaryCall, status } from '@grpc/grpc-js';
import { messageOf } from '../../base/errors.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, refusalOf, toServiceError } from '../calls.ts';
import { callerOf } from './caller.ts';

/** Answers each request once, after asking who wants to know: where people say who they are, that is an administrator. */
export function unary<Request, Response extends object>(
  gate: Gate | undefined,
  answer: (request: Request, user: string) => Promise<Response | Failure>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const fail = (failure: Failure) => callback(toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);
    const work = async () => {
      const caller = await callerOf(call, gate, { right: 'administer' });
      return 'code' in caller ? caller : answer(call.request, caller.user);
    };
    work().then(
      (response) => ('code' in response ? fail(response) : callback(null, response)),
      (thrown: unknown) => fail({ code: status.INTERNAL, details: messageOf(thrown) }),
    );
  };
}
