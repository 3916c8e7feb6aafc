import { privateNames } from './copy.ts';
import { alike, memberNames } from './members.ts';
import { getOwnPropertyDescriptor, getPrototypeOf, roots } from './primordials.ts';

/** Where a class keeps a member that can't be asked for on its object: for telling the learner, and never for a verdict. */
export function unreachable(owner: object, name: string): 'static' | 'private' | undefined {
  let at = getPrototypeOf(owner);
  for (let depth = 0; at !== null && depth < 50; depth++) {
    for (let index = 0; index < roots.length; index++) if (roots[index] === at) return undefined;
    if (alike(privateNames(at), name) !== undefined) return 'private';
    const maker: unknown = getOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof maker === 'function' && alike(memberNames(maker), name) !== undefined) return 'static';
    at = getPrototypeOf(at);
  }
  return undefined;
}
