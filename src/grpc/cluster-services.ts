import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { endPointOf } from './authority.ts';
import { refusalOf, toServiceError } from './calls.ts';
import { halvesOf } from './wire/wire-values.ts';

/** The server whose protocol and behaviour this one has. */
const serverVersion = '24.10.0';

/** A method may be named here only when it works: clients choose their way by it. */
const supported: readonly (readonly [service: string, method: string, features?: readonly string[]])[] = [
  ...['append', 'batchappend', 'read', 'delete', 'tombstone'].map(
    (method) => ['event_store.client.streams.streams', method] as const,
  ),
  ...['create', 'update', 'delete', 'enable', 'disable', 'details', 'changepassword', 'resetpassword'].map(
    (method) => ['event_store.client.users.users', method] as const,
  ),
  ['event_store.client.gossip.gossip', 'read'],
  // Without these features the clients would ask over HTTP, or not at all.
  ...['create', 'update', 'delete', 'read', 'getinfo', 'replayparked', 'list', 'restartsubsystem'].map(
    (method) =>
      ['event_store.client.persistent_subscriptions.persistentsubscriptions', method, ['stream', 'all']] as const,
  ),
  ['event_store.client.projections.projections', 'create', ['track_emitted_streams']],
  ...['update', 'delete', 'statistics', 'disable', 'enable', 'reset', 'state', 'result', 'restartsubsystem'].map(
    (method) => ['event_store.client.projections.projections', method] as const,
  ),
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
];

export function supportedMethodsHandler(): handleUnaryCall<Empty, SupportedMethods> {
  return (call, callback) => {
    const refusal = refusalOf(call);
    if (refusal !== undefined) return callback(toServiceError(refusal));
    const response = new features.SupportedMethods();
    response.setEventStoreServerVersion(serverVersion);
    response.setMethodsList(
      supported.map(([service, method, itsFeatures = []]) => {
        const entry = new features.SupportedMethod();
        entry.setServiceName(service);
        entry.setMethodName(method);
        entry.setFeaturesList([...itsFeatures]);
        return entry;
      }),
    );
    callback(null, response);
  };
}

/** One member, which leads and is alive, at the address the client already used. */
export function gossipHandler(instanceId: string, port: () => number): handleUnaryCall<Empty, ClusterInfo> {
  return (call, callback) => {
    const refusal = refusalOf(call);
    if (refusal !== undefined) return callback(toServiceError(refusal));
    const used = endPointOf(call.getHost());
    const endPoint = new gossip.EndPoint();
    endPoint.setAddress(used?.host ?? '127.0.0.1');
    endPoint.setPort(used?.port ?? port());
    const member = new gossip.MemberInfo();
    member.setInstanceId(uuidMessage(instanceId));
    member.setTimeStamp(String(Date.now() * 10_000));
    member.setState(gossip.MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setHttpEndPoint(endPoint);
    const response = new gossip.ClusterInfo();
    response.setMembersList([member]);
    callback(null, response);
  };
}

function uuidMessage(uuid: string) {
  const { most, least } = halvesOf(uuid);
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(String(most));
  structured.setLeastSignificantBits(String(least));
  const message = new shared.UUID();
  message.setStructured(structured);
  return message;
}
