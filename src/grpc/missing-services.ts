import { MonitoringService } from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import { OperationsService } from '@eventstore/db-client/generated/operations_grpc_pb.js';
import {
  type MethodDefinition,
  type Server,
  type ServerErrorResponse,
  type ServiceDefinition,
  status,
  type UntypedHandleCall,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { toServiceError } from './calls.ts';

/** The parts of EventStoreDB that a learner's store can do without. */
const missing: readonly (readonly [name: string, service: ServiceDefinition])[] = [
  ['monitoring', MonitoringService],
  ['server operations', OperationsService],
];

/** Answers every other method with a sentence that names what is missing, instead of leaving a client to guess. */
export function addMissingServices(server: Server): void {
  for (const [name, service] of missing) {
    const answers = Object.entries(service).map(([method, definition]) => [method, unimplemented(name, definition)]);
    const implementation: UntypedServiceImplementation = Object.fromEntries(answers);
    server.addService(service, implementation);
  }
}

type AnyDefinition = Pick<MethodDefinition<unknown, unknown>, 'path' | 'responseStream'>;

function unimplemented(name: string, { path, responseStream }: AnyDefinition): UntypedHandleCall {
  const error = () =>
    toServiceError({
      code: status.UNIMPLEMENTED,
      details: `Ground Up's event store has no ${name} (${path}). Use EventStoreDB or KurrentDB itself for that.`,
    });
  if (responseStream)
    return (call: { emit(event: 'error', error: ServerErrorResponse): void }) => call.emit('error', error());
  return (_call: unknown, callback: (error: ServerErrorResponse) => void) => callback(error());
}
