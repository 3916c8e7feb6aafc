import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb.js';
import type { DetailsReq, DetailsResp } from '@eventstore/db-client/generated/users_pb.js';
import messages from '@eventstore/db-client/generated/users_pb.js';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  type Metadata,
  type Server,
  status,
} from '@grpc/grpc-js';
import { messageOf } from '../../base/errors.ts';
import { StoreError } from '../../eventstore/store-error.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, refusalOf, toServiceError } from '../calls.ts';
import { failureOf, failureWith, invalid } from '../failures.ts';
import { isPassword, keepPassword } from './password.ts';
import { administrator, type User } from './user.ts';
import type { UserResult, Users } from './users.ts';

/** 100 ns ticks in a millisecond. */
const ticks = 10_000n;

/** Users: who there is, and what an administrator can change about it. */
export function addUsersService(server: Server, users: Users, gate: Gate | undefined): void {
  const administering = passing(gate, 'an administrator');
  server.addService(UsersService, {
    create: change(
      administering,
      (options: messages.CreateReq.Options) =>
        users.create(options.getLoginName(), options.getPassword(), {
          fullName: options.getFullName(),
          groups: options.getGroupsList(),
        }),
      () => new messages.CreateResp(),
    ),
    update: change(
      administering,
      (options: messages.UpdateReq.Options) =>
        users.update(options.getLoginName(), () => ({
          fullName: options.getFullName(),
          groups: options.getGroupsList(),
        })),
      () => new messages.UpdateResp(),
    ),
    delete: change(
      administering,
      async (options: messages.DeleteReq.Options) => remove(users, options.getLoginName()),
      () => new messages.DeleteResp(),
    ),
    enable: change(
      administering,
      (options: messages.EnableReq.Options) => users.update(options.getLoginName(), () => ({ disabled: false })),
      () => new messages.EnableResp(),
    ),
    disable: change(
      administering,
      (options: messages.DisableReq.Options) =>
        users.update(options.getLoginName(), ({ loginName }) =>
          isIndispensable(loginName) ? undefined : { disabled: true },
        ),
      () => new messages.DisableResp(),
    ),
    changePassword: change(
      passing(gate, 'oneself'),
      (options: messages.ChangePasswordReq.Options) =>
        users.update(options.getLoginName(), (user) =>
          isPassword(options.getCurrentPassword(), user) ? keepPassword(options.getNewPassword()) : undefined,
        ),
      () => new messages.ChangePasswordResp(),
    ),
    resetPassword: change(
      administering,
      (options: messages.ResetPasswordReq.Options) =>
        users.update(options.getLoginName(), () => keepPassword(options.getNewPassword())),
      () => new messages.ResetPasswordResp(),
    ),
    details: details(users, passing(gate, 'oneself')),
  });
}

/** Without an administrator nobody could let anybody in again. */
function isIndispensable(loginName: string): boolean {
  return loginName === administrator.loginName;
}

async function remove(users: Users, loginName: string): Promise<UserResult> {
  return isIndispensable(loginName) ? { kind: 'accessDenied', loginName } : users.delete(loginName);
}

/** Why somebody may not, if they may not; an empty name is everybody's. */
type Pass = (call: { readonly metadata: Metadata }, loginName: string) => Promise<Failure | undefined>;

function passing(gate: Gate | undefined, by: 'oneself' | 'an administrator'): Pass {
  return async (call, loginName) =>
    gate?.pass(call, by === 'oneself' ? { account: loginName } : { right: 'administer' });
}

interface ChangeRequest<Options> {
  getOptions(): Options | undefined;
}

function change<Options extends { getLoginName(): string }, Response>(
  pass: Pass,
  run: (options: Options) => Promise<UserResult>,
  respond: () => Response,
): handleUnaryCall<ChangeRequest<Options>, Response> {
  return (call, callback) => {
    const fail = (failure: Failure) => callback(toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);
    const options = call.request.getOptions();
    if (options === undefined || options.getLoginName() === '') return fail(invalid('A user needs a login name.'));
    const work = async () => {
      const refused = await pass(call, options.getLoginName());
      return refused === undefined ? run(options) : { kind: 'refused' as const, failure: refused };
    };
    work().then(
      (result) => (result.kind === 'done' ? callback(null, respond()) : fail(failureOfUser(result))),
      (thrown: unknown) => fail(failureOfThrown(thrown)),
    );
  };
}

function details(users: Users, pass: Pass): handleServerStreamingCall<DetailsReq, DetailsResp> {
  return (call) => {
    const fail = (failure: Failure) => call.emit('error', toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return void fail(refusal);
    const loginName = call.request.getOptions()?.getLoginName() ?? '';
    const found = async () => {
      const refused = await pass(call, loginName);
      if (refused !== undefined) return refused;
      if (loginName === '') return users.list();
      const user = await users.find(loginName);
      return user === undefined ? [] : [user];
    };
    found().then(
      (list) => {
        if ('code' in list) return fail(list);
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
function failureOfUser(
  result: Exclude<UserResult, { kind: 'done' }> | { readonly kind: 'refused'; readonly failure: Failure },
): Failure {
  if (result.kind === 'refused') return result.failure;
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
