import type { AggregateCode, CommandData, CommandForm } from '../../domain/aggregate.ts';
import type { Operation } from '../../learner/protocol.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import { methodCall } from '../../timeline/method-call.ts';
import { camelCasedFields } from '../streams/stored-event.ts';

/** What the driver is asked to do with an aggregate of the learner's. */

export function create({ module, name }: AggregateCode, as: string): Operation {
  return { op: 'create', as, module, name, args: [] };
}

export function read(on: string): Operation {
  return { op: 'read', on };
}

export function give(forms: readonly CommandForm[], command: CommandData, on: string): Operation {
  const { method, args } = methodCall(forms, command);
  return { op: 'call', on, name: method, args: args.map((value) => ({ value })) };
}

/** The event in the learner's own shape: their class of that name, or a literal with a type. */
export function apply({ events }: AggregateCode, { type, data }: EventSeen, on: string): Operation {
  return { op: 'call', on, name: 'apply', args: [{ event: { module: events, type, data: camelCasedFields(data) } }] };
}

/** An event of the learner's own that was kept. */
export function applyKept(kept: string, on: string): Operation {
  return { op: 'call', on, name: 'apply', args: [{ kept }] };
}
