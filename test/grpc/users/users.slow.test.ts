import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import type { DetailsResp } from '@eventstore/db-client/generated/users_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { credentials, status } from '@grpc/grpc-js';
import { ask, failureOf, readRequest, type Served, sendRead, served } from '../wire.ts';

/** Gives a test a server and the generated client for its users. */
function servedUsers(run: (client: UsersClient, served: Served) => Promise<void>): () => Promise<void> {
  return served(async (all) => {
    const client = new UsersClient(`127.0.0.1:${all.server.port}`, credentials.createInsecure());
    try {
      await run(client, all);
    } finally {
      client.close();
    }
  });
}

/** One line a user: name, full name, groups, and whether disabled. */
function details(client: UsersClient, loginName = ''): Promise<readonly string[]> {
  const options = new users.DetailsReq.Options();
  options.setLoginName(loginName);
  const request = new users.DetailsReq();
  request.setOptions(options);
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const call = client.details(request);
    call.on('data', (message: DetailsResp) => {
      const user = message.getUserDetails();
      const groups = user?.getGroupsList().join('+');
      lines.push(`${user?.getLoginName()} (${user?.getFullName()}) ${groups}${user?.getDisabled() ? ' disabled' : ''}`);
    });
    call.on('error', reject);
    call.on('end', () => resolve(lines));
  });
}

function create(client: UsersClient, loginName: string, password: string) {
  const options = new users.CreateReq.Options();
  options.setLoginName(loginName);
  options.setPassword(password);
  options.setFullName('Ada Lovelace');
  options.setGroupsList(['players']);
  const request = new users.CreateReq();
  request.setOptions(options);
  return ask<unknown>((answer) => client.create(request, answer));
}

function changePassword(client: UsersClient, loginName: string, current: string, next: string) {
  const options = new users.ChangePasswordReq.Options();
  options.setLoginName(loginName);
  options.setCurrentPassword(current);
  options.setNewPassword(next);
  const request = new users.ChangePasswordReq();
  request.setOptions(options);
  return ask<unknown>((answer) => client.changePassword(request, answer));
}

const admin = 'admin (Event Store Administrator) $admins';

describe('the users of a server', () => {
  it(
    'are one administrator, who is named in $users before the first client comes',
    servedUsers(async (client, { client: streams }) => {
      const [message] = await sendRead(streams, readRequest('$users'));
      const event = message?.getEvent()?.getEvent();
      assert.equal(event?.getMetadataMap().get('type'), '$User');
      assert.equal(Buffer.from(event?.getData_asU8() ?? []).toString(), 'admin');
      assert.deepEqual(await details(client), [admin]);
    }),
  );

  it(
    'can be added, disabled, enabled, changed and deleted',
    servedUsers(async (client) => {
      await create(client, 'ada', 'first');
      const ada = 'ada (Ada Lovelace) players';
      assert.deepEqual(await details(client), [ada, admin]);

      const disabling = new users.DisableReq();
      const name = new users.DisableReq.Options();
      name.setLoginName('ada');
      disabling.setOptions(name);
      await ask<unknown>((answer) => client.disable(disabling, answer));
      assert.deepEqual(await details(client, 'ada'), [`${ada} disabled`]);

      const enabling = new users.EnableReq();
      enabling.setOptions(name);
      await ask<unknown>((answer) => client.enable(enabling, answer));
      const updating = new users.UpdateReq();
      const update = new users.UpdateReq.Options();
      update.setLoginName('ada');
      update.setFullName('Countess');
      updating.setOptions(update);
      await ask<unknown>((answer) => client.update(updating, answer));
      assert.deepEqual(await details(client, 'ada'), ['ada (Countess) ']);

      const deletion = new users.DeleteReq();
      deletion.setOptions(name);
      await ask<unknown>((answer) => client.delete(deletion, answer));
      assert.deepEqual(await details(client), [admin]);
      await create(client, 'ada', 'again');
      assert.deepEqual(await details(client), [ada, admin]);
    }),
  );

  it(
    'change their own password by saying the old one, and an administrator resets any',
    servedUsers(async (client) => {
      await create(client, 'ada', 'first');
      const wrong = await failureOf(changePassword(client, 'ada', 'guessed', 'mine'));
      assert.deepEqual([wrong.code, wrong.trailers.exception], [status.PERMISSION_DENIED, 'access-denied']);
      await changePassword(client, 'ada', 'first', 'second');
      const reset = new users.ResetPasswordReq.Options();
      reset.setLoginName('ada');
      reset.setNewPassword('third');
      const request = new users.ResetPasswordReq();
      request.setOptions(reset);
      await ask<unknown>((answer) => client.resetPassword(request, answer));
      assert.equal((await failureOf(changePassword(client, 'ada', 'second', 'x'))).code, status.PERMISSION_DENIED);
      await changePassword(client, 'ada', 'third', 'fourth');
    }),
  );

  it(
    'are told apart by their names, in the words that clients know',
    servedUsers(async (client) => {
      const unknown = await failureOf(details(client, 'nobody'));
      assert.deepEqual(
        [unknown.code, unknown.trailers.exception, unknown.trailers['login-name']],
        [status.NOT_FOUND, 'user-not-found', 'nobody'],
      );
      await create(client, 'ada', 'first');
      await create(client, 'ada', 'first');
      const taken = await failureOf(create(client, 'ada', 'other'));
      assert.deepEqual([taken.code, taken.trailers.exception], [status.FAILED_PRECONDITION, 'user-conflict']);
      assert.equal((await failureOf(create(client, '', 'x'))).code, status.INVALID_ARGUMENT);
    }),
  );

  it(
    'keep their administrator',
    servedUsers(async (client) => {
      const options = new users.DeleteReq.Options();
      options.setLoginName('admin');
      const request = new users.DeleteReq();
      request.setOptions(options);
      const failure = await failureOf(ask<unknown>((answer) => client.delete(request, answer)));
      assert.equal(failure.code, status.PERMISSION_DENIED);
      assert.deepEqual(await details(client), [admin]);
    }),
  );

  it(
    'are nobody’s business under a name that is not this machine’s',
    served(async ({ server }) => {
      const client = new UsersClient(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
        'grpc.default_authority': 'evil.example:2113',
      });
      assert.equal((await failureOf(details(client))).code, status.PERMISSION_DENIED);
      assert.equal((await failureOf(create(client, 'eve', 'x'))).code, status.PERMISSION_DENIED);
      client.close();
    }),
  );
});
