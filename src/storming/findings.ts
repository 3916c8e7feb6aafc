import { readingOrder } from './steps.ts';
import type { Note, Wall } from './wall.ts';
import { capitalised, type Links, linksOf, nameOf } from './words.ts';

export type FindingKind =
  | 'empty'
  | 'eventWithoutCause'
  | 'eventAsWish'
  | 'commandWithoutEffect'
  | 'constraintOnNothing'
  | 'actorWithoutCommand'
  | 'endBeforeBeginning';

/** Something on a wall that is worth another look. */
export interface Finding {
  readonly kind: FindingKind;
  /** The note's id. */
  readonly note: string;
  readonly sentence: string;
}

/**
 * What a wall's structure alone shows: no list of words decides, and what somebody calls things is free. In the order in which
 * the wall is read.
 */
export function findingsOn(wall: Wall): readonly Finding[] {
  const links = linksOf(wall);
  const wishes = new Set(wall.notes.filter(({ kind }) => kind === 'command').map(({ text }) => plain(text)));
  return readingOrder(wall.notes).flatMap((note) => {
    const { causes, effects } = links.get(note.id) ?? { causes: [], effects: [] };
    const own = note.text.trim() === '' ? emptyNote(note) : ofKind(note, { causes, effects }, wishes);
    return [...own, ...effects.filter((effect) => isLate(note, effect)).map((effect) => late(note, effect))];
  });
}

/** One sentence at most, the one to begin with. */
function ofKind(note: Note, { causes, effects }: Links, wishes: ReadonlySet<string>): Finding[] {
  switch (note.kind) {
    case 'event':
      if (wishes.has(plain(note.text))) return [found('eventAsWish', note, asWish)];
      return causes.length > 0 ? [] : [found('eventWithoutCause', note, withoutCause)];
    case 'command':
      return effects.length > 0 ? [] : [found('commandWithoutEffect', note, withoutEffect)];
    case 'constraint':
      return effects.length + causes.length > 0 ? [] : [found('constraintOnNothing', note, onNothing)];
    case 'actor':
      return effects.length > 0 ? [] : [found('actorWithoutCommand', note, withoutCommand)];
    case 'aggregate':
    case 'hotSpot':
      return [];
  }
}

const asWish =
  'has the same words as a command. A command says what somebody wants, and an event what has happened: in the past tense.';
const withoutCause =
  'follows from nothing. Who or what makes it happen? Connect a command, another event or a policy to it.';
const withoutEffect = 'leads to nothing. What has happened once it was done? Connect it to an event.';
const onNothing = 'hangs on nothing. Which command must it hold for, or which event does it answer? Connect it.';
const withoutCommand = 'wants nothing yet. Connect it to the command that it gives.';

function found(kind: FindingKind, note: Note, rest: string): Finding {
  return { kind, note: note.id, sentence: `${capitalised(nameOf(note))} ${rest}` };
}

function emptyNote(note: Note): Finding[] {
  return [
    { kind: 'empty', note: note.id, sentence: `Nothing is written on this ${nameOf(note).replace('empty ', '')} yet.` },
  ];
}

/** Constraints and aggregates have no time of their own; what is done and what happens has. */
function isLate(cause: Note, effect: Note): boolean {
  const inTime = (note: Note) => note.kind === 'event' || note.kind === 'command';
  return inTime(cause) && inTime(effect) && effect.at < cause.at;
}

function late(cause: Note, effect: Note): Finding {
  const sentence = `${capitalised(nameOf(effect))} hangs before ${nameOf(cause)}, which leads to it. What comes first hangs further left.`;
  return { kind: 'endBeforeBeginning', note: effect.id, sentence };
}

/** The words alone, without case and punctuation. */
function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
