import projections, {
  type StatisticsReq,
  type StatisticsResp,
} from '@eventstore/db-client/generated/projections_pb.js';
import { type handleServerStreamingCall, status } from '@grpc/grpc-js';
import { messageOf } from '../../base/errors.ts';
import type { Projections, Selection } from '../../eventstore/projections/projections.ts';
import type { ProjectionStatistics } from '../../eventstore/projections/statistics.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, refusalOf, toServiceError } from '../calls.ts';
import { projectionFailure } from './failures.ts';
import { refusalFor } from './unary.ts';

/** Projections.Statistics: one message for each projection that was asked for. */
export function statisticsHandler(
  engine: Projections,
  gate: Gate | undefined,
): handleServerStreamingCall<StatisticsReq, StatisticsResp> {
  return (call) => {
    const fail = (failure: Failure): void => void call.emit('error', toServiceError(failure));
    const work = async (): Promise<void> => {
      const refusal = refusalOf(call) ?? (await refusalFor(call, gate));
      if (refusal !== undefined) return fail(refusal);
      const result = await engine.statistics(selectionFrom(call.request));
      if (result.kind !== 'statistics') return fail(projectionFailure(result, 'Statistics'));
      for (const details of result.projections) call.write(statisticsMessage(details));
      call.end();
    };
    work().catch((thrown: unknown) => fail({ code: status.INTERNAL, details: messageOf(thrown) }));
  };
}

function selectionFrom(request: StatisticsReq): Selection {
  const options = request.getOptions();
  const name = options?.getName() ?? '';
  if (name !== '') return { kind: 'name', name };
  if (options?.hasTransient() === true) return { kind: 'mode', mode: 'Transient' };
  if (options?.hasContinuous() === true) return { kind: 'mode', mode: 'Continuous' };
  return options?.hasOneTime() === true ? { kind: 'mode', mode: 'OneTime' } : { kind: 'all' };
}

function statisticsMessage(statistics: ProjectionStatistics): StatisticsResp {
  const details = new projections.StatisticsResp.Details();
  details.setName(statistics.name);
  details.setEffectivename(statistics.name);
  details.setMode(statistics.mode);
  details.setStatus(statistics.status);
  details.setStatereason(statistics.reason);
  details.setVersion(String(statistics.version));
  details.setEpoch(String(statistics.epoch));
  details.setPosition(statistics.position);
  details.setLastcheckpoint(statistics.lastCheckpoint);
  details.setProgress(statistics.progress);
  details.setEventsprocessedafterrestart(String(statistics.handledSinceStart));
  details.setBufferedevents(String(statistics.waiting));
  details.setPartitionscached(statistics.partitions);
  details.setCoreprocessingtime('0');
  return new projections.StatisticsResp().setDetails(details);
}
