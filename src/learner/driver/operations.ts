import {
  type Argument,
  clientPackage,
  connectionVariable,
  type Member,
  type Missing,
  type Operation,
} from '../protocol.ts';
import type { RawOutcome } from '../wire.ts';
import { makeEvent } from './events.ts';
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
import { settle } from './settle.ts';
import { tamperWith } from './tamper.ts';
import { describeThrown } from './thrown.ts';

/** What the operations of one process share. Records without prototypes. */
export interface Desk {
  readonly observe: Observe;
  readonly kept: Record<string, unknown>;
  /** By the protocol's name of a module; one that has no file is not here. */
  readonly modules: Record<string, Namespace>;
}

/** Told once. A callback and no promise: a promise of ours could be settled through a patched `Promise`. */
export type Report = (outcome: RawOutcome) => void;

export function perform(desk: Desk, operation: Operation, report: Report): void {
  try {
    begin(desk, operation, report);
  } catch (failure) {
    report(threw(failure));
  }
}

function begin(desk: Desk, operation: Operation, report: Report): void {
  switch (operation.op) {
    case 'create':
      return create(desk, operation, report);
    case 'call':
      return call(desk, operation, report);
    case 'callFunction':
      return callFunction(desk, operation, report);
    case 'read':
      return report(read(desk, operation));
    case 'keep':
      return report(keep(desk, operation));
    case 'tamper':
      return report(tamper(desk, operation));
    case 'exports':
      return report(exported(desk, operation.module));
    case 'connect':
      return report(connect(desk, operation.as));
  }
}

function create(desk: Desk, operation: Operation & { op: 'create' }, report: Report): void {
  const maker = exportOf(desk, operation.module, operation.name, true);
  if (!isCallable(maker)) return report(missing(maker));
  const args = argumentsFor(desk, operation.args);
  if (!isArray(args)) return report(missing(args));
  if (!isConstructor(maker)) return returning(desk, operation.as, applyTo(maker, undefined, args), report);
  returned(desk, operation.as, construct(maker, args), report);
}

function call(desk: Desk, operation: Operation & { op: 'call' }, report: Report): void {
  const owner = ownerOf(desk, operation.on);
  if ('what' in owner) return report(missing(owner));
  const member = findMember(owner.value, operation.name);
  const fn: unknown = member === undefined ? undefined : getFrom(owner.value, member);
  if (!isCallable(fn)) return report(missing(noMember(operation.on, owner.value, operation.name)));
  const args = argumentsFor(desk, operation.args);
  if (!isArray(args)) return report(missing(args));
  returning(desk, keptAs(operation), applyTo(fn, owner.value, args), report);
}

function callFunction(desk: Desk, operation: Operation & { op: 'callFunction' }, report: Report): void {
  const fn = exportOf(desk, operation.module, operation.name, false);
  if (!isCallable(fn)) return report(missing(fn));
  const args = argumentsFor(desk, operation.args);
  if (!isArray(args)) return report(missing(args));
  returning(desk, keptAs(operation), applyTo(fn, undefined, args), report);
}

function read(desk: Desk, operation: Operation & { op: 'read' }): RawOutcome {
  const owner = ownerOf(desk, operation.on);
  if ('what' in owner) return missing(owner);
  const asked = hasOwn(operation, 'names') ? operation.names : undefined;
  const members = bareList<Member>();
  if (asked === undefined) {
    const names = readableNames(owner.value);
    for (let index = 0; index < names.length; index++) append(members, memberOf(desk, owner.value, names[index] ?? ''));
    return bare({ kind: 'read', members });
  }
  const seen = bareList<string>();
  for (let index = 0; index < asked.length; index++) {
    const name = findMember(owner.value, asked[index] ?? '');
    if (name === undefined || contains(seen, name)) continue;
    append(seen, name);
    append(members, bare({ ...memberOf(desk, owner.value, name), asked: asked[index] ?? '' }));
  }
  if (members.length > 0 || asked.length === 0) return bare({ kind: 'read', members });
  return missing(noMember(operation.on, owner.value, asked[0] ?? ''));
}

function memberOf(desk: Desk, owner: object, name: string): Member {
  try {
    return bare({ name, value: desk.observe(getFrom(owner, name)) });
  } catch (failure) {
    return bare({ name, value: bare({ kind: 'unreadable', message: describeThrown(failure).message }) });
  }
}

function keep(desk: Desk, operation: Operation & { op: 'keep' }): RawOutcome {
  const found = memberValue(desk, operation.on, operation.name, indexOf(operation));
  if ('what' in found) return missing(found);
  desk.kept[operation.as] = found.value;
  return bare({ kind: 'returned', value: desk.observe(found.value) });
}

function tamper(desk: Desk, operation: Operation & { op: 'tamper' }): RawOutcome {
  const found = memberValue(desk, operation.on, operation.name, indexOf(operation));
  if ('what' in found) return missing(found);
  const field = hasOwn(operation, 'field') ? operation.field : undefined;
  return bare({ kind: 'tampered', refused: tamperWith(found.value, field) });
}

function exported(desk: Desk, module: string): RawOutcome {
  if (!hasOwn(desk.modules, module)) return missing(bare({ what: 'module', module }));
  return bare({ kind: 'exported', names: exportNames(desk.modules[module] ?? {}) });
}

function connect(desk: Desk, as: string): RawOutcome {
  const client = exportOf(desk, clientPackage, 'EventStoreDBClient', true);
  if (!isCallable(client)) return missing(client);
  const fromText: unknown = getFrom(client, 'connectionString');
  const made: unknown = isCallable(fromText) ? applyTo(fromText, client, [process.env[connectionVariable]]) : undefined;
  if (typeof made !== 'object' || made === null) return missing(bare({ what: 'module', module: clientPackage }));
  desk.observe.hide(made);
  desk.kept[as] = made;
  return bare({ kind: 'returned', value: desk.observe(made) });
}

function memberValue(
  desk: Desk,
  on: string,
  name: string,
  index: number | undefined,
): Missing | { readonly value: unknown } {
  const owner = ownerOf(desk, on);
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

function ownerOf(desk: Desk, name: string): Missing | { readonly value: object } {
  if (!hasOwn(desk.kept, name)) return bare({ what: 'kept', name });
  const value = desk.kept[name];
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
    return bare({ what: 'kept', name });
  }
  return bare({ value });
}

function exportOf(desk: Desk, module: string, name: string, making: boolean): Callable | Missing {
  if (!hasOwn(desk.modules, module)) return bare({ what: 'module', module });
  const namespace = desk.modules[module] ?? {};
  const found = findExport(namespace, name, making);
  return found ?? bare({ what: 'export', module, name, exported: exportNames(namespace) });
}

function argumentsFor(desk: Desk, args: readonly Argument[]): unknown[] | Missing {
  const values = bareList<unknown>();
  for (let index = 0; index < args.length; index++) {
    const argument = args[index];
    if (argument === undefined) continue;
    if ('event' in argument) {
      const { module, type, data } = argument.event;
      append(values, makeEvent(hasOwn(desk.modules, module) ? desk.modules[module] : undefined, type, data));
    } else if ('kept' in argument) {
      if (!hasOwn(desk.kept, argument.kept)) return bare({ what: 'kept', name: argument.kept });
      append(values, desk.kept[argument.kept]);
    } else append(values, plainCopy(argument.value));
  }
  return values;
}

function returning(desk: Desk, as: string | undefined, value: unknown, report: Report): void {
  settle(
    value,
    (settled) => returned(desk, as, settled, report),
    (failure) => report(threw(failure)),
  );
}

function returned(desk: Desk, as: string | undefined, value: unknown, report: Report): void {
  if (as !== undefined) desk.kept[as] = value;
  report(bare({ kind: 'returned', value: desk.observe(value) }));
}

function threw(failure: unknown): RawOutcome {
  return bare({ kind: 'threw', thrown: describeThrown(failure) });
}

function missing(what: Missing): RawOutcome {
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
