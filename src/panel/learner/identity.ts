import { plainName } from '../../base/names.ts';
import { memberNamed, stringOf } from '../../course/observation/observed.ts';
import type { Member } from '../../learner/protocol.ts';

/** The id that an aggregate shows, where it has one. */
export function idIn(members: readonly Member[]): string | undefined {
  return stringOf(memberNamed(members, 'id'));
}

/**
 * The same members under that id. Whoever is made anew to be told the same events stands for the one aggregate that they
 * are the events of, and would have an id of its own otherwise.
 */
export function withId(members: readonly Member[], id: string | undefined): readonly Member[] {
  if (id === undefined) return members;
  return members.map((member) =>
    plainName(member.name) === 'id' && member.value.kind === 'string'
      ? { ...member, value: { kind: 'string', value: id } }
      : member,
  );
}
