import persistent, {
  type CreateReq,
  type CreateResp,
  type DeleteReq,
  type DeleteResp,
  type GetInfoReq,
  type GetInfoResp,
  type ListReq,
  type ListResp,
  type ReplayParkedReq,
  type ReplayParkedResp,
  type UpdateReq,
  type UpdateResp,
} from '@eventstore/db-client/generated/persistent_pb.js';
import shared, { type Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import type {
  PersistentSubscriptions,
  SubscriptionName,
} from '../../eventstore/persistent/persistent-subscriptions.ts';
import type { Done, SubscriptionRefusal } from '../../eventstore/persistent/results.ts';
import { allName } from '../../eventstore/persistent/source.ts';
import type { Gate } from '../access/gate.ts';
import type { Failure } from '../calls.ts';
import { invalid } from '../failures.ts';
import { streamNameFrom } from '../wire/wire-values.ts';
import { subscriptionFailure } from './failures.ts';
import { infoMessage } from './info-message.ts';
import { nameFrom } from './names.ts';
import { parseSettingsRequest } from './settings-request.ts';
import { unary } from './unary.ts';

export function createHandler(
  subscriptions: PersistentSubscriptions,
  gate: Gate | undefined,
): handleUnaryCall<CreateReq, CreateResp> {
  return unary(gate, async (message, user) => {
    const request = parseSettingsRequest(message.getOptions());
    if (typeof request === 'string') return invalid(request);
    return answer(await subscriptions.create({ ...request, user }), request, new persistent.CreateResp());
  });
}

export function updateHandler(
  subscriptions: PersistentSubscriptions,
  gate: Gate | undefined,
): handleUnaryCall<UpdateReq, UpdateResp> {
  return unary(gate, async (message, user) => {
    const request = parseSettingsRequest(message.getOptions());
    if (typeof request === 'string') return invalid(request);
    return answer(await subscriptions.update({ ...request, user }), request, new persistent.UpdateResp());
  });
}

export function deleteHandler(
  subscriptions: PersistentSubscriptions,
  gate: Gate | undefined,
): handleUnaryCall<DeleteReq, DeleteResp> {
  return unary(gate, async (message, user) => {
    const name = nameFrom(message.getOptions());
    if (typeof name === 'string') return invalid(name);
    return answer(await subscriptions.delete(name, user), name, new persistent.DeleteResp());
  });
}

export function replayParkedHandler(
  subscriptions: PersistentSubscriptions,
  gate: Gate | undefined,
): handleUnaryCall<ReplayParkedReq, ReplayParkedResp> {
  return unary(gate, async (message) => {
    const options = message.getOptions();
    const name = nameFrom(options);
    if (typeof name === 'string') return invalid(name);
    const stopAt = options?.hasStopAt() === true ? BigInt(options.getStopAt()) : undefined;
    return answer(await subscriptions.replayParked(name, stopAt), name, new persistent.ReplayParkedResp());
  });
}

export function getInfoHandler(
  subscriptions: PersistentSubscriptions,
  gate: Gate | undefined,
): handleUnaryCall<GetInfoReq, GetInfoResp> {
  return unary(gate, async (message) => {
    const name = nameFrom(message.getOptions());
    if (typeof name === 'string') return invalid(name);
    const result = await subscriptions.info(name);
    if (result.kind !== 'info') return subscriptionFailure(result, name);
    const response = new persistent.GetInfoResp();
    response.setSubscriptionInfo(infoMessage(result.info));
    return response;
  });
}

export function listHandler(
  subscriptions: PersistentSubscriptions,
  gate: Gate | undefined,
): handleUnaryCall<ListReq, ListResp> {
  return unary(gate, async (message) => {
    const source = sourceFrom(message);
    const result = await subscriptions.list(source);
    if (result.kind !== 'list') return subscriptionFailure(result, { source: source ?? '', group: '' });
    const response = new persistent.ListResp();
    response.setSubscriptionsList(result.infos.map(infoMessage));
    return response;
  });
}

export function restartHandler(
  subscriptions: PersistentSubscriptions,
  gate: Gate | undefined,
): handleUnaryCall<Empty, Empty> {
  return unary(gate, async () => answer(await subscriptions.restart(), { source: '', group: '' }, new shared.Empty()));
}

/** Undefined for the subscriptions of all sources. */
function sourceFrom(message: ListReq): string | undefined {
  const one = message.getOptions()?.getListForStream();
  return one?.hasAll() === true ? allName : streamNameFrom(one?.getStream());
}

function answer<Response>(
  result: Done | SubscriptionRefusal,
  name: SubscriptionName,
  response: Response,
): Response | Failure {
  return result.kind === 'done' ? response : subscriptionFailure(result, name);
}
