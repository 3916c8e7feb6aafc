import { type handleUnaryCall, status } from '@grpc/grpc-js';
import { messageOf } from '../../base/errors.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, refusalOf, toServiceError } from '../calls.ts';

/** Who manages projections lets code run that reads and writes everywhere: where people say who they are, that is an administrator. */
export function refusalFor(call: Parameters<Gate['pass']>[0], gate: Gate | undefined): Promise<Failure | undefined> {
  return gate === undefined ? Promise.resolve(undefined) : gate.pass(call, { right: 'administer' });
}

/** Answers each request once, to whom it may be answered. */
export function unary<Request, Response extends object>(
  gate: Gate | undefined,
  answer: (request: Request) => Promise<Response | Failure>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const fail = (failure: Failure) => callback(toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);
    const work = async () => (await refusalFor(call, gate)) ?? (await answer(call.request));
    work().then(
      (response) => ('code' in response ? fail(response) : callback(null, response)),
      (thrown: unknown) => fail({ code: status.INTERNAL, details: messageOf(thrown) }),
    );
  };
}
