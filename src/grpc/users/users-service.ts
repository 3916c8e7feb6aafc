import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb.js';
import type { DetailsReq, DetailsResp } from '@eventstore/db-client/generated/users_pb.js';
import messages from '@eventstore/db-client/generated/users_pb.js';
import { type handleServerStreamingCall, type handleUnaryCall, type Server, status } from '@grpc/grpc-js';
import { messageOf } from '../../base/errors.ts';
import { StoreError } from '../../eventstore/store-error.ts';
import { type Failure, refusalOf, toServiceError } from '../calls.ts';
import { failureOf, failureWith, invalid } from '../failures.ts';
import { isPassword, keepPassword } from './password.ts';
import { administrator, type User } from './user.ts';
import type { UserResult, Users } from './users.ts';

/** 100 ns ticks in a millisecond. */
const ticks = 10_000n;

/** Users: who there is, and what an administrator can change about it. */
export function addUsersService(server: Server, users: Users): void {
  server.addService(UsersService, {
    create: change(
      (options: messages.CreateReq.Options) =>
        users.create(options.getLoginName(), options.getPassword(), {
          fullName: options.getFullName(),
          groups: options.getGroupsList(),
        }),
      () => new messages.CreateResp(),
    ),
    update: change(
      (options: messages.UpdateReq.Options) =>
        users.update(options.getLoginName(), () => ({
          fullName: options.getFullName(),
          groups: options.getGroupsList(),
        })),
      () => new messages.UpdateResp(),
    ),
    delete: change(
      async (options: messages.DeleteReq.Options) => remove(users, options.getLoginName()),
      () => new messages.DeleteResp(),
    ),
    enable: change(
      (options: messages.EnableReq.Options) => users.update(options.getLoginName(), () => ({ disabled: false })),
      () => new messages.EnableResp(),
    ),
    disable: change(
      (options: messages.DisableReq.Options) => users.update(options.getLoginName(), () => ({ disabled: true })),
      () => new messages.DisableResp(),
    ),
    changePassword: change(
      (options: messages.ChangePasswordReq.Options) =>
        users.update(options.getLoginName(), (user) =>
          isPassword(options.getCurrentPassword(), user) ? keepPassword(options.getNewPassword()) : undefined,
        ),
      () => new messages.ChangePasswordResp(),
    ),
    resetPassword: change(
      (options: messages.ResetPasswordReq.Options) =>
        users.update(options.getLoginName(), () => keepPassword(options.getNewPassword())),
      () => new messages.ResetPasswordResp(),
    ),
    details: details(users),
  });
}

/** Without an administrator nobody could let anybody in again. */
async function remove(users: Users, loginName: string): Promise<UserResult> {
  return loginName === administrator.loginName ? { kind: 'accessDenied', loginName } : users.delete(loginName);
}

interface ChangeRequest<Options> {
  getOptions(): Options | undefined;
}

function change<Options extends { getLoginName(): string }, Response>(
  run: (options: Options) => Promise<UserResult>,
  respond: () => Response,
): handleUnaryCall<ChangeRequest<Options>, Response> {
  return (call, callback) => {
    const fail = (failure: Failure) => callback(toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);
    const options = call.request.getOptions();
    if (options === undefined || options.getLoginName() === '') return fail(invalid('A user needs a login name.'));
    run(options).then(
      (result) => (result.kind === 'done' ? callback(null, respond()) : fail(failureOfUser(result))),
      (thrown: unknown) => fail(failureOfThrown(thrown)),
    );
  };
}

function details(users: Users): handleServerStreamingCall<DetailsReq, DetailsResp> {
  return (call) => {
    const fail = (failure: Failure) => call.emit('error', toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return void fail(refusal);
    const loginName = call.request.getOptions()?.getLoginName() ?? '';
    const found = async () => {
      if (loginName === '') return users.list();
      const user = await users.find(loginName);
      return user === undefined ? [] : [user];
    };
    found().then(
      (list) => {
        if (loginName !== '' && list.length === 0) return fail(failureOfUser({ kind: 'notFound', loginName }));
        for (const user of list) call.write(detailsOf(user));
        return call.end();
      },
      (thrown: unknown) => fail(failureOfThrown(thrown)),
    );
  };
}

function detailsOf({ loginName, fullName, groups, disabled, updated }: User): DetailsResp {
  const at = new messages.DetailsResp.UserDetails.DateTime();
  at.setTicksSinceEpoch(String(BigInt(updated) * ticks));
  const body = new messages.DetailsResp.UserDetails();
  body.setLoginName(loginName);
  body.setFullName(fullName);
  body.setGroupsList(groups);
  body.setDisabled(disabled);
  body.setLastUpdated(at);
  const response = new messages.DetailsResp();
  response.setUserDetails(body);
  return response;
}

/** EventStoreDB's own words and trailers. */
function failureOfUser(result: Exclude<UserResult, { kind: 'done' }>): Failure {
  if (result.kind === 'unavailable') return failureOf(result);
  const trailers = { 'login-name': result.loginName };
  switch (result.kind) {
    case 'notFound':
      return failureWith(status.NOT_FOUND, `User '${result.loginName}' is not found.`, 'user-not-found', trailers);
    case 'conflict':
      return failureWith(status.FAILED_PRECONDITION, 'Conflict.', 'user-conflict', trailers);
    case 'accessDenied':
      return failureWith(status.PERMISSION_DENIED, 'Access Denied', 'access-denied', trailers);
  }
}

function failureOfThrown(thrown: unknown): Failure {
  return thrown instanceof StoreError
    ? failureOf(thrown.refusal)
    : { code: status.INTERNAL, details: messageOf(thrown) };
}
