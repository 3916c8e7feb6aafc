import { ProjectionsService } from '@eventstore/db-client/generated/projections_grpc_pb.js';
import projections, {
  type CreateReq,
  type DeleteReq,
  type DisableReq,
  type EnableReq,
  type ResetReq,
  type ResultReq,
  type StateReq,
  type UpdateReq,
} from '@eventstore/db-client/generated/projections_pb.js';
import shared, { type Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { Server } from '@grpc/grpc-js';
import type { Projections } from '../../eventstore/projections/projections.ts';
import type { Done, ProjectionRefusal } from '../../eventstore/projections/results.ts';
import type { Gate } from '../access/gate.ts';
import type { Failure } from '../calls.ts';
import { invalid } from '../failures.ts';
import { projectionFailure } from './failures.ts';
import { createRequestFrom, updateRequestFrom } from './requests.ts';
import { statisticsHandler } from './statistics.ts';
import { unary } from './unary.ts';
import { valueMessage } from './value-message.ts';

/** Everything EventStoreDB has for projections. */
export function addProjectionsService(server: Server, engine: Projections, gate: Gate | undefined): void {
  server.addService(ProjectionsService, {
    create: unary(gate, async (message: CreateReq) => {
      const request = createRequestFrom(message);
      if (typeof request === 'string') return invalid(request);
      return answer(await engine.create(request), new projections.CreateResp());
    }),
    update: unary(gate, async (message: UpdateReq) =>
      answer(await engine.update(updateRequestFrom(message)), new projections.UpdateResp()),
    ),
    delete: unary(gate, async (message: DeleteReq) => {
      const options = message.getOptions();
      const deletion = {
        checkpoint: options?.getDeleteCheckpointStream() === true,
        emittedStreams: options?.getDeleteEmittedStreams() === true,
      };
      return answer(await engine.delete(nameIn(message), deletion), new projections.DeleteResp());
    }),
    enable: unary(gate, async (message: EnableReq) =>
      answer(await engine.enable(nameIn(message)), new projections.EnableResp()),
    ),
    disable: unary(gate, async (message: DisableReq) => {
      const withCheckpoint = message.getOptions()?.getWriteCheckpoint() === true;
      return answer(await engine.disable(nameIn(message), withCheckpoint), new projections.DisableResp());
    }),
    reset: unary(gate, async (message: ResetReq) =>
      answer(await engine.reset(nameIn(message)), new projections.ResetResp()),
    ),
    statistics: statisticsHandler(engine, gate),
    state: unary(gate, async (message: StateReq) => {
      const result = await engine.state(nameIn(message), message.getOptions()?.getPartition() ?? '');
      if (result.kind !== 'value') return projectionFailure(result, 'ProjectionState');
      return new projections.StateResp().setState(valueMessage(result.json));
    }),
    result: unary(gate, async (message: ResultReq) => {
      const result = await engine.result(nameIn(message), message.getOptions()?.getPartition() ?? '');
      if (result.kind !== 'value') return projectionFailure(result, 'ProjectionResult');
      return new projections.ResultResp().setResult(valueMessage(result.json));
    }),
    restartSubsystem: unary(gate, async (_: Empty) => answer(await engine.restart(), new shared.Empty())),
  });
}

function nameIn(message: { getOptions(): { getName(): string } | undefined }): string {
  return message.getOptions()?.getName() ?? '';
}

function answer<Response>(result: Done | ProjectionRefusal, response: Response): Response | Failure {
  return result.kind === 'done' ? response : projectionFailure(result, 'Updated');
}
