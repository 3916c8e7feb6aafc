import { type handleUnaryCall, type ServerUnaryCall, status } from '@grpc/grpc-js';
import { messageOf } from '../base/errors.ts';
import { type Failure, refusalOf, toServiceError } from './calls.ts';

/** Answers each request once, to whoever is let in. */
export function answering<Request, Response extends object, Caller extends object>(
  admit: (call: ServerUnaryCall<Request, Response>) => Promise<Caller | Failure>,
  answer: (request: Request, caller: Caller) => Promise<Response | Failure>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const fail = (failure: Failure) => callback(toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);
    const work = async () => {
      const caller = await admit(call);
      return 'code' in caller ? caller : answer(call.request, caller);
    };
    work().then(
      (response) => ('code' in response ? fail(response) : callback(null, response)),
      (thrown: unknown) => fail({ code: status.INTERNAL, details: messageOf(thrown) }),
    );
  };
}
