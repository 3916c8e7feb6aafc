import type { StoredEvent } from '../../../src/course/check-store.ts';
import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import type { Thrown } from '../../../src/learner/protocol.ts';
import { appending, inRepository, writing } from './places.ts';
import { besideStored, storedText, streamOf, type WireEvent } from './wire.ts';

/** What stands in the stream of a game; undefined when there is no such stream. */
export function storedOf(seen: Pick<Seen, 'stored'>, gameId: string): readonly StoredEvent[] | undefined {
  return seen.stored.get(streamOf(gameId));
}

/** Tells why a game has no stream: where its events went instead, by the name of a player, or what `add` threw. */
export function notStored(seen: Seen, gameId: string, player: string, thrown?: Thrown): NotYet {
  const expected = streamOf(gameId);
  const text = JSON.stringify(player);
  const elsewhere = [...seen.written].find(([, events]) => events.some((event) => event.text.includes(text)))?.[0];
  if (thrown !== undefined) return addFailed(seen, thrown);
  if (elsewhere !== undefined) {
    return notYet('wrong-stream', {
      headline: `The event was stored in the stream \`${elsewhere}\`, and \`${expected}\` was expected.`,
      why: 'Each game is a stream of its own, found again by its id alone: with any other name nobody who knows the game will find its history.',
      ...seen.at(appending),
    });
  }
  return notYet('nothing-stored', {
    headline: `After \`${seen.words.call('add', ['game'])}\` there is no stream \`${expected}\` in the event store.`,
    why: 'An object is gone when the program ends, and only what was appended to a stream stays: append the game’s events, and wait for the client until they are stored.',
    ...seen.at(inRepository('add')),
  });
}

export function addFailed(seen: Seen, thrown: Thrown): NotYet {
  return notYet('add-failed', {
    headline: `\`${seen.words.call('add', ['game'])}\` ${seen.words.raised} ${thrownText(thrown, seen.words)}`,
    why:
      thrown.name === 'WrongExpectedVersionError'
        ? 'The stream was at another revision than `expectedRevision` said, so nothing was stored of what happened: until exercise 4 say `ANY`, which fits a new game and a later move alike.'
        : 'What happened in this game was not stored, so it will be forgotten: `add` should append the game’s events to its stream.',
    ...thrownAt(seen, thrown, appending),
  });
}

/** What is wrong with a whole stream; undefined when it holds just these events, as the contract says. */
export function judgeStream(
  seen: Seen,
  stored: readonly StoredEvent[],
  expected: readonly WireEvent[],
  otherwise: () => NotYet,
): NotYet | undefined {
  if (stored.length !== expected.length) return otherwise();
  for (const [index, event] of expected.entries()) {
    const wrong = judgeStoredAt(seen, stored, index, event);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** What is wrong with one event as it stands in the store; undefined when it is as the contract says. */
export function judgeStored(seen: Seen, event: StoredEvent, expected: WireEvent): NotYet | undefined {
  return judgeType(seen, event, expected) ?? judgeEncoding(seen, event, expected) ?? judgeData(seen, event, expected);
}

/** The same for an event of a whole stream; one that isn't there is no matter of how it is stored. */
function judgeStoredAt(
  seen: Seen,
  stored: readonly StoredEvent[],
  index: number,
  expected: WireEvent,
): NotYet | undefined {
  const event = stored[index];
  return event && judgeStored(seen, event, expected);
}

function judgeType(seen: Seen, event: StoredEvent, expected: WireEvent): NotYet | undefined {
  if (event.type === expected.type) return undefined;
  const told = {
    headline: `A \`${event.type}\` was stored where a \`${expected.type}\` was expected.`,
    why: 'The type is all that a reader has for telling events apart, in any language and after any number of years; it is part of the contract.',
    ...seen.at(...writing),
  };
  return notYet('wrong-stored-type', besideStored(told, [expected], [event]));
}

function judgeEncoding(seen: Seen, event: StoredEvent, expected: WireEvent): NotYet | undefined {
  if (typeof event.data === 'string') {
    const told = {
      headline: `The data of your \`${event.type}\` is a text with JSON in it, not JSON itself.`,
      why: 'The client turns the data into JSON on its own; what was turned into text before that is turned twice, and other programs find no fields in it.',
      ...seen.at(...writing),
    };
    return notYet('encoded-twice', besideStored(told, [expected], [event]));
  }
  if (event.contentType === 'json' && event.data !== undefined) return undefined;
  const told = {
    headline: `The data of your \`${event.type}\` is stored as bytes, not as JSON.`,
    why: 'The store keeps whatever it is given, so it is for you to see that others can read it: make the event as one with JSON data.',
    ...seen.at(...writing),
  };
  return notYet('not-json', besideStored(told, [expected], [event]));
}

function judgeData(seen: Seen, event: StoredEvent, expected: WireEvent): NotYet | undefined {
  const found = storedText(event).fields;
  const wanted = Object.entries(expected.data);
  const keys = (names: readonly string[]) => [...names].sort().join(', ');
  if (keys(found.map(({ name }) => name)) !== keys(wanted.map(([name]) => name))) {
    const told = {
      headline: `Your \`${event.type}\` is stored as \`${event.text}\`, and \`${JSON.stringify(expected.data)}\` was expected.`,
      why: `Field names in the store are a contract with every program that reads it, whatever its language: map your own names to \`${wanted.map(([name]) => name).join('` and `')}\`, and store nothing else.`,
      ...seen.at(...writing),
    };
    return notYet('other-keys', besideStored(told, [expected], [event]));
  }
  const wrong = wanted.find(([key, value]) => found.find(({ name }) => name === key)?.value !== JSON.stringify(value));
  if (wrong === undefined) return undefined;
  const told = {
    headline: `In your stored \`${event.type}\` \`${wrong[0]}\` is ${found.find(({ name }) => name === wrong[0])?.value}, and ${JSON.stringify(wrong[1])} was expected.`,
    why: 'Nobody can correct an event later: every game that is brought back from this one will believe what it says.',
    ...seen.at(...writing),
  };
  return notYet('other-values', besideStored(told, [expected], [event]));
}
