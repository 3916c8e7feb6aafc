import type { EventForm, EventKind } from '../events/event-form.ts';
import { apart, block, type Lines } from '../lines.ts';

/** What an event means for the state. */
export interface Meaning {
  readonly kind: EventKind;
  /** Statements; the event is called `event`. */
  readonly body: Lines;
}

/** The same as a new state, worked out from `state` and `event`. */
export interface Evolution {
  readonly kind: EventKind;
  /** Statements, the last of which returns. */
  readonly body: Lines;
}

export interface Applying {
  readonly form: EventForm;
  readonly meanings: readonly Meaning[];
  /** There where all of the state is one value. */
  readonly evolutions: readonly Evolution[];
  /** The member that holds it. */
  readonly state: string;
}

/** How `apply` goes about it. */
export interface ApplyStyle {
  readonly name: string;
  /** Whether it needs a state that is one value. */
  readonly evolves: boolean;
  /** Whether `apply` is a field that holds a function. */
  readonly isField: boolean;
  readonly members: (applying: Applying) => Lines;
  readonly outside: (applying: Applying) => Lines;
}

const head = 'apply(event: GameEvent): void';

function method(name: string, members: (applying: Applying) => Lines, more: Partial<ApplyStyle> = {}): ApplyStyle {
  return { name, evolves: false, isField: false, members, outside: () => [], ...more };
}

function switchOver({ form }: Applying, cases: readonly { kind: EventKind; body: Lines }[], ends: Lines): Lines {
  return block(
    `switch (${form.subject('event')})`,
    cases.flatMap(({ kind, body }) => block(`case ${form.label('event', kind)}:`, [...body, ...ends])),
  );
}

function chain({ form }: Applying, cases: readonly { kind: EventKind; body: Lines }[], word = 'else if'): Lines {
  return cases.flatMap(({ kind, body }, at) => block(`${at === 0 ? 'if' : word} (${form.test('event', kind)})`, body));
}

/** `onGameStarted(event: GameStarted)` for each kind. */
function methods({ meanings }: Applying, visibility: string): Lines[] {
  return meanings.map(({ kind, body }) => block(`${visibility}on${kind.name}(event: ${kind.name}): void`, body));
}

function callsOf({ meanings }: Applying): { kind: EventKind; body: Lines }[] {
  return meanings.map(({ kind }) => ({ kind, body: [`this.on${kind.name}(event);`] }));
}

function table({ meanings }: Applying): Lines {
  const entries = meanings.flatMap(({ kind, body }) => block(`${kind.name}: (event: ${kind.name}) =>`, body, '},'));
  return block('private readonly handlers: Record<string, (event: any) => void> =', entries, '};');
}

export const applyStyles: readonly ApplyStyle[] = [
  method('a switch', (applying) => block(head, switchOver(applying, applying.meanings, ['break;']))),
  method('a switch that returns', (applying) => block(head, switchOver(applying, applying.meanings, ['return;']))),
  method('a switch, and the game given back', (applying) =>
    block('apply(event: GameEvent): this', [...switchOver(applying, applying.meanings, ['break;']), 'return this;']),
  ),
  method('ifs', (applying) => block(head, chain(applying, applying.meanings, 'if'))),
  method('if and else', (applying) => block(head, chain(applying, applying.meanings))),
  method('a method for each event', (applying) =>
    apart(block(head, switchOver(applying, callsOf(applying), ['break;'])), ...methods(applying, 'private ')),
  ),
  method('methods found by name', (applying) =>
    apart(
      block(head, [`(this as any)[\`on\${${applying.form.key('event')}}\`](event);`]),
      ...methods(applying, 'protected '),
    ),
  ),
  method('a table of handlers', (applying) =>
    apart(table(applying), block(head, [`this.handlers[${applying.form.key('event')}]?.(event);`])),
  ),
  method('a generic mutate', (applying) =>
    apart(
      block(head, ['this.mutate(event);']),
      block(
        'private mutate<Happened extends GameEvent>(event: Happened): void',
        chain(applying, applying.meanings, 'if'),
      ),
    ),
  ),
  method(
    'an arrow',
    (applying) => block('apply = (event: GameEvent): void =>', chain(applying, applying.meanings), '};'),
    {
      isField: true,
    },
  ),
  method('a reducer outside', ({ state }) => block(head, [`this.${state} = evolve(this.${state}, event);`]), {
    evolves: true,
    outside: (applying) =>
      block('function evolve(state: State, event: GameEvent): State', [
        ...switchOver(applying, applying.evolutions, []),
        ...(applying.form.subject('event') === 'true' ? ['return state;'] : []),
      ]),
  }),
  method(
    'a reduce over reducers',
    ({ state }) => block(head, [`this.${state} = [event].reduce(next, this.${state});`]),
    {
      evolves: true,
      outside: (applying) =>
        block(
          'const next = (state: State, event: GameEvent): State =>',
          [...chain(applying, applying.evolutions, 'if'), 'return state;'],
          '};',
        ),
    },
  ),
];
