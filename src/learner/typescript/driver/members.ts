import {
  append,
  bareList,
  charAt,
  errorPrototype,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  lowerCase,
  ownKeys,
  roots,
} from './primordials.ts';

/** `player_one`, `_playerOne` and `playerOne` are one name: tutorials leave the spelling open. */
export function plainName(name: string): string {
  let plain = '';
  for (let index = 0; index < name.length; index++) {
    const letter = charAt(name, index);
    if (letter !== '_' && letter !== '-' && letter !== '#' && letter !== '$') plain += letter;
  }
  return lowerCase(plain);
}

export function contains<T>(list: readonly T[], item: T): boolean {
  for (let index = 0; index < list.length; index++) if (list[index] === item) return true;
  return false;
}

/** Own fields and the getters of the class, own ones first. What only the runtime put there is left out. */
export function readableNames(target: object): string[] {
  const names = bareList<string>();
  eachMember(target, (name, owner, descriptor) => {
    const own = owner === target;
    if (own ? !(name === 'stack' && isError(target)) : descriptor.get !== undefined) appendNew(names, name);
  });
  return names;
}

/** Every name that can be asked for, methods included. */
export function memberNames(target: object): string[] {
  const names = bareList<string>();
  eachMember(target, (name) => appendNew(names, name));
  return names;
}

/** The member meant by a name: spelled so, or else the first one spelled alike. */
export function findMember(target: object, name: string): string | undefined {
  if (name !== 'constructor' && has(target, name) && !ofRoot(target, name)) return name;
  return alike(memberNames(target), name);
}

export function alike(names: readonly string[], wanted: string): string | undefined {
  if (contains(names, wanted)) return wanted;
  const plain = plainName(wanted);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (name !== undefined && plainName(name) === plain) return name;
  }
  return undefined;
}

/** Whether a name is spelled like one of some names. */
export function isAlike(names: readonly string[], name: string): boolean {
  const plain = plainName(name);
  for (let index = 0; index < names.length; index++) if (plainName(names[index] ?? '') === plain) return true;
  return false;
}

export function isError(value: unknown): boolean {
  let at = typeof value === 'object' ? value : null;
  for (let depth = 0; at !== null && depth < 50; depth++) {
    at = getPrototypeOf(at);
    if (at === errorPrototype) return true;
  }
  return false;
}

function eachMember(
  target: object,
  visit: (name: string, owner: object, descriptor: PropertyDescriptor) => void,
): void {
  let owner: object | null = target;
  for (let depth = 0; owner !== null && depth < 50 && !contains(roots, owner); depth++) {
    const keys = ownKeys(owner);
    for (let index = 0; index < keys.length; index++) {
      const name = keys[index];
      if (typeof name !== 'string' || name === 'constructor') continue;
      const descriptor = getOwnPropertyDescriptor(owner, name);
      if (descriptor !== undefined) visit(name, owner, descriptor);
    }
    owner = getPrototypeOf(owner);
  }
}

/** `toString` and its like are in every object and are no member of the learner's. */
function ofRoot(target: object, name: string): boolean {
  let owner: object | null = target;
  for (let depth = 0; owner !== null && depth < 50; depth++) {
    if (getOwnPropertyDescriptor(owner, name) !== undefined) return contains(roots, owner);
    owner = getPrototypeOf(owner);
  }
  return false;
}

function appendNew(names: string[], name: string): void {
  if (!contains(names, name)) append(names, name);
}
