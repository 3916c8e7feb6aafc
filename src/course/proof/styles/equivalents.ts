import type { Mutant } from '../mutation/mutants.ts';

/**
 * Mutants of right programs that do the same, or differ in what an exercise leaves open; and why that is so. Each is known
 * by what it changes. Only what passes every step is asked for a reason.
 */
interface Equivalents {
  readonly why: string;
  readonly are: (mutant: Mutant) => boolean;
}

const everywhere: readonly Equivalents[] = [
  {
    why: 'The words of a refusal are its writer’s own.',
    are: ({ was, becomes }) =>
      isOnlyForWords(was) || (messages.test(was) && withoutWords(was) === withoutWords(becomes)),
  },
  {
    why: 'What an event says beside what happened is its writer’s own.',
    are: ({ was, becomes }) => metadataField.test(was) || withoutMetadata(was) === withoutMetadata(becomes),
  },
  {
    why: 'What a command gives back is left open.',
    are: ({ was }) => /^return this(?:\.events\[this\.events\.length - 1\])?;?$/.test(was),
  },
  {
    why: '`apply` does not read the events that are kept and refuses none, so an event can be kept before or after.',
    are: ({ operator, was }) => operator === 'statements-swapped' && was.includes('this.apply('),
  },
  {
    why: 'Each sets what the other does not read.',
    are: ({ operator, was }) => operator === 'statements-swapped' && setsTwoThings(was),
  },
  {
    why: 'An event that is made and not kept yet changes nothing, so it can be made before or after a refusal.',
    are: ({ operator, was }) =>
      operator === 'statements-swapped' &&
      /(?:throw |refuse\().*\bconst (?:event\b|\w+: GameEvent\b)/.test(was) &&
      !was.includes('this.apply('),
  },
  {
    why: 'Each of these refuses with the same error and changes nothing; which reason is named when there are two is left open.',
    are: ({ operator, was }) => operator === 'statements-swapped' && (was.match(/throw |refuse\(/g) ?? []).length === 2,
  },
  {
    why: 'Before the start and after the end it is nobody’s turn, so the constraint on turns refuses the move with the same error.',
    are: ({ was }) => /Nobody plays yet\.|This game is over\./.test(was),
  },
  {
    why: 'An error is told by its class; its `name` and a code are its writer’s own.',
    are: ({ was }) =>
      /^(?:override name|readonly code|this\.name) = /.test(was) || was.startsWith('Object.setPrototypeOf('),
  },
  {
    why: '`undefined` says that there is nobody as well as `null` does.',
    are: ({ operator, was }) =>
      /^(?:property-removed|key-renamed)$/.test(operator) && /^(?:\w+: (?:null|\[\]),? ?)+$/.test(was),
  },
  {
    why: 'It is set to nobody once more, and was nobody from the beginning.',
    are: ({ operator, was }) =>
      /^(?:name-swapped|statement-removed)$/.test(operator) &&
      /^this\.[#_]?(?:player_?\w+|result) = undefined;?$/i.test(was),
  },
  {
    why: 'Whether what is given out can be changed from outside is left open.',
    are: ({ operator, was }) => operator === 'copy-removed' && /return |Object\.freeze/.test(was),
  },
  {
    why: 'There is nothing behind the end of a list that could be taken out of it.',
    are: ({ operator, was }) => operator === 'number-off-by-one' && was.includes('.splice(this.events.length, 0,'),
  },
  {
    why: 'Nothing reads the colours of the players, which follow from who is player one.',
    are: ({ was, becomes }) => withoutTokens(was) === withoutTokens(becomes),
  },
  {
    why: 'There is no other kind of event that it could be.',
    are: ({ operator, was }) => operator === 'condition-true' && /^(?:else )?if \(.*Game(?:Finished|Started)/.test(was),
  },
  {
    why: '`GameStarted` sets both players at once, so either says whether the game has started.',
    are: ({ operator, was }) =>
      operator === 'name-swapped' && /player_?one(?:\(\))? !==? (?:undefined|null)/i.test(was),
  },
  {
    why: 'The first call throws.',
    are: ({ operator, was }) => operator === 'call-doubled' && was.includes('refuse('),
  },
];

/** In exercise 1 a game has one event at most. */
const inTheFirst: readonly Equivalents[] = [
  {
    why: 'The first place of a list of one is also its last, and nothing is in it before.',
    are: ({ operator, was }) =>
      /^(?:method|elements|arguments)-swapped$|^element-removed$/.test(operator) &&
      /\.push\(|\.splice\(|\[\.\.\.this\./.test(was),
  },
  {
    why: 'Applying a `GameStarted` sets fields to what it says, and setting them twice leaves the same state.',
    are: ({ operator }) => operator === 'call-doubled',
  },
];

/** From the second on a game has an id, and until the third nobody asks for it. */
const inTheSecond: readonly Equivalents[] = [
  {
    why: 'Nothing here asks a game for its id. Exercise 3 stores games by it and tells this.',
    are: ({ was }) => /\bid\b.*crypto\.randomUUID\(\)|^this\.id = /.test(was),
  },
  {
    why: 'In `startGame` nothing is in the list yet, so its first place is also its last.',
    are: ({ operator, was }) => operator === 'method-swapped' && was.includes('.push(event)'),
  },
];

const inTheThird: readonly Equivalents[] = [
  {
    why: 'In `startGame` nothing is in the list yet, so an event is its first and its last.',
    are: (mutant) =>
      /^(?:elements|arguments|method)-swapped$|^element-removed$/.test(mutant.operator) &&
      /uncommitted_?events/i.test(mutant.was) &&
      methodAround(mutant) === 'startGame',
  },
  {
    why: 'An event is of one kind, so it makes no difference for which of them is asked first.',
    are: ({ operator, was }) =>
      operator === 'statements-swapped' &&
      (was.match(/if \([^)]*(?:instanceof \w+|type === '\w+')\) return/g) ?? []).length === 2,
  },
  {
    why: 'There is no other kind of event that it could be.',
    are: ({ operator, was }) => operator === 'throw-removed' && /not an? (?:stored )?event/.test(was),
  },
  {
    why: 'A flag that is not there is as little set as one that says `false`.',
    are: ({ operator, was }) => operator === 'key-renamed' && was.includes('isStored: false'),
  },
  {
    why: '`GameStarted` says itself who plays; only what comes after it asks for them.',
    are: ({ operator, was }) =>
      operator === 'statements-swapped' && /^if \(\w+\.type === 'GameStarted'\) players = /.test(was),
  },
  {
    why: 'What is not player one’s is player two’s, whatever it is called.',
    are: ({ was, becomes }) => withoutTheOther(was) !== was && withoutTheOther(was) === withoutTheOther(becomes),
  },
  {
    why: 'The first event of a stream says who plays, before anything asks.',
    are: ({ was }) => was.includes("let players: Players = { one: '', two: '' }"),
  },
  {
    why: 'Only a link whose event was deleted is read without one, and the stream of a game has no links.',
    are: ({ was }) => /^if \((?:!recorded|recorded === undefined|resolved\.event|each\.event)\)/.test(was),
  },
  {
    why: 'Each event has an id of its own, and the store takes an event it already holds for the same one.',
    are: ({ operator, was }) => operator === 'call-doubled' && was.includes('.appendToStream('),
  },
  {
    why: 'Any revision is what the client expects when nothing is said.',
    are: ({ operator, was }) =>
      /^(?:property-removed|key-renamed)$/.test(operator) && was.includes('expectedRevision: ANY'),
  },
  {
    why: 'Where to begin, and which way, is what the client takes when nothing is said.',
    are: ({ was }) => was.includes("direction: 'forwards'"),
  },
  {
    why: 'How many events are read at a time makes no difference to what is read.',
    are: ({ operator, was }) => operator === 'number-off-by-one' && was.includes('maxCount: 16'),
  },
  {
    why: 'What stands in the metadata of a stored event is its writer’s own, and so is its id.',
    are: ({ was, becomes }) => withoutStoredMetadata(was) === withoutStoredMetadata(becomes),
  },
];

const more: Readonly<Record<string, readonly Equivalents[]>> = {
  '01-start-game': inTheFirst,
  '02-play-the-game': inTheSecond,
  '03-persisting-the-events': inTheThird,
};

/** Why a mutant in an exercise may pass; undefined where nothing speaks for it. */
export function equivalentReason(mutant: Mutant, exercise: string): string | undefined {
  return [...everywhere, ...(more[exercise] ?? [])].find(({ are }) => are(mutant))?.why;
}

const messages = /already started|not your turn|is full|is over|Nobody plays|not allowed/;

function isOnlyForWords(text: string): boolean {
  return /^const (?:opening|closing) = |^return text\.replace\(/.test(text);
}

/** From the first backtick to the last, with what is made of the text; code of the programs has no others. */
function withoutWords(text: string): string {
  return text.replace(/,? ?(?:shown\()?`.*`\)?/, '');
}

const metadata =
  /,? ?(?:readonly )?(?:other_)?(?:at|id|by|version|sequence|timestamp|occurredAt|gameId|metadata)(?:: |:? ?= ?| ?;)(?:\{[^}]*\}|new Date\(\)(?:\.toISOString\(\))?|Date\.now\(\)|performance\.now\(\)|crypto\.randomUUID\(\)|-?\d|'\w*'|this\.\w+(?:\.length)?)?/g;

const metadataField = /^readonly (?:at|id|version|schema|timestamp|occurredAt|metadata) = /;

/** As a field of an object, or at the end of a tuple. */
function withoutMetadata(text: string): string {
  return text
    .replaceAll(metadata, '')
    .replaceAll(/, (?:new Date\(\)(?:\.toISOString\(\))?|crypto\.randomUUID\(\)|performance\.now\(\)|-?\d)(?=\])/g, '');
}

function withoutStoredMetadata(text: string): string {
  return text.replaceAll(/,? ?(?:other_)?(?:id: crypto\.randomUUID\(\)|metadata: (?:undefined|\{[^}]*\}))/g, '');
}

function withoutTokens(text: string): string {
  return text.replaceAll(/,? ?(?:other_)?token: '(?:RED|YELLOW|)'/g, '');
}

/** Without what an expression such as `player === players.one ? 1 : 2` gives for player two. */
function withoutTheOther(text: string): string {
  return text.replaceAll(/(=== [\w.]*player[\w.]*one|=== players\.one) \? (\d|'\w+') : (?:\d|'\w*')/gi, '$1 ? $2');
}

/** The method whose head is nearest above. */
function methodAround({ line, text }: Mutant): string | undefined {
  const above = text.split('\n').slice(0, line).reverse();
  return above.flatMap((each) => /^ {2}(?:async )?(\w+)\(.*\{$/.exec(each)?.[1] ?? [])[0];
}

/** Two assignments, of what an event or the game says, to different fields. */
function setsTwoThings(text: string): boolean {
  const sets = /(?:this\.[#\w.]+ = |\.set[A-Z]\w*\(|\.addMove\(|\blet )/g;
  return (text.match(sets) ?? []).length >= 2;
}
