import {
  type Argument,
  connectionVariable,
  type Member,
  type Missing,
  type Operation,
  type Outcome,
} from '../../protocol.ts';
import { clientPackage } from '../wire.ts';
import { type Callable, findExport, isCallable, isConstructor, type Namespace } from './exports.ts';
import { contains, findMember, memberNames, readableNames } from './members.ts';
import type { Observe } from './observe.ts';
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
  plainCopy,
  textOf,
} from './primordials.ts';
import { makeEvent, makeRecord } from './records.ts';
import { settle } from './settle.ts';
import { tamperWith } from './tamper.ts';
import { type DescribeThrown, messageOfThrown } from './thrown.ts';

/** What the operations of one process share. Records without prototypes. */
export interface DriverState {
  readonly observe: Observe;
  readonly describe: DescribeThrown;
  readonly kept: Record<string, unknown>;
  /** By the protocol's name of a module; one that has no file is not here. */
  readonly modules: Record<string, Namespace>;
  /** The package with the event store's client, once something asked for it. */
  client: Namespace | undefined;
}

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
    case 'exports':
      return report(exported(state, operation.module));
    case 'connect':
      return report(connect(state, operation.as));
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
  returning(state, keptAs(operation), applyTo(fn, owner.value, args), report);
}

function callFunction(state: DriverState, operation: Operation & { op: 'callFunction' }, report: Report): void {
  const fn = exportOf(state, operation.module, operation.name, false);
  if (!isCallable(fn)) return report(missing(fn));
  const args = argumentsFor(state, operation.args);
  if (!isArray(args)) return report(missing(args));
  returning(state, keptAs(operation), applyTo(fn, undefined, args), report);
}

function read(state: DriverState, operation: Operation & { op: 'read' }): Outcome {
  const owner = ownerOf(state, operation.on);
  if ('what' in owner) return missing(owner);
  const asked = hasOwn(operation, 'names') ? operation.names : undefined;
  const members = bareList<Member>();
  if (asked === undefined) {
    const names = readableNames(owner.value);
    for (let index = 0; index < names.length; index++)
      append(members, memberOf(state, owner.value, names[index] ?? ''));
    return bare({ kind: 'read', members });
  }
  const seen = bareList<string>();
  for (let index = 0; index < asked.length; index++) {
    const name = findMember(owner.value, asked[index] ?? '');
    if (name === undefined || contains(seen, name)) continue;
    append(seen, name);
    append(members, bare({ ...memberOf(state, owner.value, name), asked: asked[index] ?? '' }));
  }
  if (members.length > 0 || asked.length === 0) return bare({ kind: 'read', members });
  return missing(noMember(operation.on, owner.value, asked[0] ?? ''));
}

function memberOf(state: DriverState, owner: object, name: string): Member {
  try {
    return bare({ name, value: state.observe(getFrom(owner, name)) });
  } catch (failure) {
    return bare({ name, value: bare({ kind: 'unreadable', message: messageOfThrown(failure) }) });
  }
}

function keep(state: DriverState, operation: Operation & { op: 'keep' }): Outcome {
  const found = memberValue(state, operation.on, operation.name, indexOf(operation));
  if ('what' in found) return missing(found);
  state.kept[operation.as] = found.value;
  return bare({ kind: 'returned', value: state.observe(found.value) });
}

function tamper(state: DriverState, operation: Operation & { op: 'tamper' }): Outcome {
  const found = memberValue(state, operation.on, operation.name, indexOf(operation));
  if ('what' in found) return missing(found);
  const field = hasOwn(operation, 'field') ? operation.field : undefined;
  return bare({ kind: 'tampered', refused: tamperWith(found.value, field) });
}

function exported(state: DriverState, module: string): Outcome {
  if (!hasOwn(state.modules, module)) return missing(bare({ what: 'module', module }));
  return bare({ kind: 'exported', names: exportNames(state.modules[module] ?? {}) });
}

function connect(state: DriverState, as: string): Outcome {
  const client = state.client === undefined ? undefined : findExport(state.client, 'EventStoreDBClient', true);
  const fromText: unknown = client === undefined ? undefined : getFrom(client, 'connectionString');
  const made: unknown = isCallable(fromText) ? applyTo(fromText, client, [process.env[connectionVariable]]) : undefined;
  if (typeof made !== 'object' || made === null) return missing(bare({ what: 'client', name: clientPackage }));
  state.observe.hide(made);
  state.kept[as] = made;
  return bare({ kind: 'returned', value: state.observe(made) });
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

function ownerOf(state: DriverState, name: string): Missing | { readonly value: object } {
  if (!hasOwn(state.kept, name)) return bare({ what: 'kept', name });
  const value = state.kept[name];
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
    return bare({ what: 'kept', name });
  }
  return bare({ value });
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

function threw(state: DriverState, failure: unknown): Outcome {
  return bare({ kind: 'threw', thrown: state.describe(failure) });
}

function missing(what: Missing): Outcome {
  return bare({ kind: 'missing', what });
}

function noMember(on: string, owner: object, name: string): Missing {
  return bare({ what: 'member', on, name, members: memberNames(owner) });
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
