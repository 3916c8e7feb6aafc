import {
  type Argument,
  connectionVariable,
  type Look,
  type Missing,
  type Operation,
  type Outcome,
} from '../../protocol.ts';
import { clientPackage } from '../wire.ts';
import { copyOf } from './copy.ts';
import { type Callable, findExport, isCallable, isConstructor, type Namespace } from './exports.ts';
import { silence, tellNoted, watch } from './interventions.ts';
import { findMember } from './members.ts';
import {
  append,
  applyTo,
  bare,
  bareList,
  construct,
  getFrom,
  hasOwn,
  isArray,
  ownKeys,
  plainArray,
  plainCopy,
  textOf,
  uuid,
} from './primordials.ts';
import { lookAt, read, withCalled } from './reading.ts';
import { makeEvent, makeRecord } from './records.ts';
import { isThenable, settle } from './settle.ts';
import { type DriverState, missing, noMember, ownerOf, threw } from './state.ts';
import { tamperWith } from './tamper.ts';

/** Told once. A callback and no promise: a promise of ours could be settled through a patched `Promise`. */
export type Report = (outcome: Outcome) => void;

export function perform(state: DriverState, operation: Operation, report: Report): void {
  try {
    begin(state, operation, report);
  } catch (failure) {
    report(threw(state, failure));
  }
}

function begin(state: DriverState, operation: Operation, report: Report): void {
  switch (operation.op) {
    case 'create':
      return create(state, operation, report);
    case 'call':
      return call(state, operation, report);
    case 'callFunction':
      return callFunction(state, operation, report);
    case 'read':
      return report(read(state, operation));
    case 'keep':
      return report(keep(state, operation));
    case 'tamper':
      return report(tamper(state, operation));
    case 'silence':
    case 'watch':
    case 'noted':
      return report(intervene(state, operation));
    case 'exports':
      return report(exported(state, operation.module));
    case 'connect':
      return report(connect(state, operation.as));
    case 'append':
      return appendAsOther(state, operation, report);
  }
}

function create(state: DriverState, operation: Operation & { op: 'create' }, report: Report): void {
  const maker = exportOf(state, operation.module, operation.name, true);
  if (!isCallable(maker)) return report(missing(maker));
  const args = argumentsFor(state, operation.args);
  if (!isArray(args)) return report(missing(args));
  if (!isConstructor(maker)) return returning(state, operation.as, applyTo(maker, undefined, args), report);
  returned(state, operation.as, construct(maker, args), report);
}

function call(state: DriverState, operation: Operation & { op: 'call' }, report: Report): void {
  const owner = ownerOf(state, operation.on);
  if ('what' in owner) return report(missing(owner));
  const member = findMember(owner.value, operation.name);
  const fn: unknown = member === undefined ? undefined : getFrom(owner.value, member);
  if (!isCallable(fn)) return report(missing(noMember(operation.on, owner.value, operation.name)));
  const args = argumentsFor(state, operation.args);
  if (!isArray(args)) return report(missing(args));
  const looks = hasOwn(operation, 'look') ? (operation.look ?? bareList<Look>()) : bareList<Look>();
  let value: unknown;
  try {
    value = applyTo(fn, owner.value, args);
  } catch (failure) {
    return report(withCalled(threw(state, failure), lookAt(state, looks), false));
  }
  const looked = lookAt(state, looks);
  const promised = isThenable(value);
  returning(state, keptAs(operation), value, (outcome) => report(withCalled(outcome, looked, promised)));
}

function callFunction(state: DriverState, operation: Operation & { op: 'callFunction' }, report: Report): void {
  const fn = exportOf(state, operation.module, operation.name, false);
  if (!isCallable(fn)) return report(missing(fn));
  const args = argumentsFor(state, operation.args);
  if (!isArray(args)) return report(missing(args));
  returning(state, keptAs(operation), applyTo(fn, undefined, args), report);
}

function keep(state: DriverState, operation: Operation & { op: 'keep' }): Outcome {
  const found = memberValue(state, operation.on, operation.name, indexOf(operation));
  if ('what' in found) return missing(found);
  const value = hasOwn(operation, 'copy') && operation.copy === true ? copyOf(found.value) : found.value;
  state.kept[operation.as] = value;
  return bare({ kind: 'returned', value: state.observe(value) });
}

function tamper(state: DriverState, operation: Operation & { op: 'tamper' }): Outcome {
  const found = memberValue(state, operation.on, operation.name, indexOf(operation));
  if ('what' in found) return missing(found);
  const field = hasOwn(operation, 'field') ? operation.field : undefined;
  return bare({ kind: 'tampered', refused: tamperWith(found.value, field) });
}

function intervene(state: DriverState, operation: Operation & { op: 'silence' | 'watch' | 'noted' }): Outcome {
  const owner = ownerOf(state, operation.on);
  if ('what' in owner) return missing(owner);
  if (operation.op === 'noted') return tellNoted(state.noted, operation.on);
  if (operation.op === 'watch') return watch(state.noted, operation.on, owner.value, operation.names);
  const done = silence(state.noted, operation.on, owner.value, operation.name);
  return done ?? missing(noMember(operation.on, owner.value, operation.name));
}

function exported(state: DriverState, module: string): Outcome {
  if (!hasOwn(state.modules, module)) return missing(bare({ what: 'module', module }));
  return bare({ kind: 'exported', names: exportNames(state.modules[module] ?? {}) });
}

function connect(state: DriverState, as: string): Outcome {
  if (hasOwn(state.kept, as)) return bare({ kind: 'returned', value: state.observe(state.kept[as]) });
  const client = state.client === undefined ? undefined : findExport(state.client, 'EventStoreDBClient', true);
  const fromText: unknown = client === undefined ? undefined : getFrom(client, 'connectionString');
  const made: unknown = isCallable(fromText) ? applyTo(fromText, client, [process.env[connectionVariable]]) : undefined;
  if (typeof made !== 'object' || made === null) return missing(bare({ what: 'client', name: clientPackage }));
  state.observe.hide(made);
  state.kept[as] = made;
  return bare({ kind: 'returned', value: state.observe(made) });
}

function appendAsOther(state: DriverState, operation: Operation & { op: 'append' }, report: Report): void {
  const owner = ownerOf(state, operation.client);
  if ('what' in owner) return report(missing(owner));
  const fn: unknown = getFrom(owner.value, 'appendToStream');
  if (!isCallable(fn)) return report(missing(noMember(operation.client, owner.value, 'appendToStream')));
  const events = plainArray();
  for (let index = 0; index < operation.events.length; index++) {
    const { type, data } = operation.events[index] ?? bare({ type: '', data: null });
    append(events, plainCopy(bare({ id: uuid(), contentType: 'application/json', type, data })));
  }
  returning(state, undefined, applyTo(fn, owner.value, [operation.stream, events]), report);
}

function memberValue(
  state: DriverState,
  on: string,
  name: string,
  index: number | undefined,
): Missing | { readonly value: unknown } {
  const owner = ownerOf(state, on);
  if ('what' in owner) return owner;
  const member = findMember(owner.value, name);
  if (member === undefined) return noMember(on, owner.value, name);
  const value: unknown = getFrom(owner.value, member);
  if (index === undefined) return bare({ value });
  const at = isArray(value) && index < 0 ? value.length + index : index;
  if (typeof value !== 'object' || value === null || !hasOwn(value, textOf(at))) {
    return noMember(on, owner.value, `${name}[${index}]`);
  }
  return bare({ value: getFrom(value, textOf(at)) as unknown });
}

function exportOf(state: DriverState, module: string, name: string, making: boolean): Callable | Missing {
  if (!hasOwn(state.modules, module)) return bare({ what: 'module', module });
  const namespace = state.modules[module] ?? {};
  const found = findExport(namespace, name, making);
  return found ?? bare({ what: 'export', module, name, exported: exportNames(namespace) });
}

function moduleOf(state: DriverState, module: string): Namespace | undefined {
  return hasOwn(state.modules, module) ? state.modules[module] : undefined;
}

function argumentsFor(state: DriverState, args: readonly Argument[]): unknown[] | Missing {
  const values = bareList<unknown>();
  for (let index = 0; index < args.length; index++) {
    const argument = args[index];
    if (argument === undefined) continue;
    if ('event' in argument) {
      const { module, type, data } = argument.event;
      append(values, makeEvent(moduleOf(state, module), type, data));
    } else if ('record' in argument) {
      const { module, name, fields } = argument.record;
      append(values, makeRecord(moduleOf(state, module), name, fields));
    } else if ('kept' in argument) {
      if (!hasOwn(state.kept, argument.kept)) return bare({ what: 'kept', name: argument.kept });
      append(values, state.kept[argument.kept]);
    } else append(values, plainCopy(argument.value));
  }
  return values;
}

function returning(state: DriverState, as: string | undefined, value: unknown, report: Report): void {
  settle(
    value,
    (settled) => returned(state, as, settled, report),
    (failure) => report(threw(state, failure)),
  );
}

function returned(state: DriverState, as: string | undefined, value: unknown, report: Report): void {
  if (as !== undefined) state.kept[as] = value;
  report(bare({ kind: 'returned', value: state.observe(value) }));
}

function exportNames(namespace: Namespace): string[] {
  const names = bareList<string>();
  const keys = ownKeys(namespace);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (typeof key === 'string') append(names, key);
  }
  return names;
}

function keptAs(operation: { readonly as?: string }): string | undefined {
  return hasOwn(operation, 'as') ? operation.as : undefined;
}

function indexOf(operation: { readonly index?: number }): number | undefined {
  return hasOwn(operation, 'index') ? operation.index : undefined;
}
