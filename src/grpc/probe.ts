import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { credentials, Metadata } from '@grpc/grpc-js';

/**
 * Whether what listens on a port of this machine is an EventStoreDB: asked what it can do, nothing else has an answer.
 * `patience` is how long it may take to answer, in milliseconds.
 */
export function isEventStore(port: number, patience = 1_000): Promise<boolean> {
  const client = new ServerFeaturesClient(`127.0.0.1:${port}`, credentials.createInsecure());
  return new Promise((resolve) => {
    client.getSupportedMethods(new shared.Empty(), new Metadata(), { deadline: Date.now() + patience }, (error) => {
      client.close();
      resolve(error === null);
    });
  });
}
