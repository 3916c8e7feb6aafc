import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { jsonEvent, type NewEvent, type RecordedEvent } from '../../eventstore/events.ts';
import type { ExpectedRevision } from '../../eventstore/expected-revision.ts';
import { systemEvent } from '../../eventstore/local/writer.ts';
import type { StoreUnavailable } from '../../eventstore/results.ts';
import { StoreError } from '../../eventstore/store-error.ts';
import { isPassword, keepPassword } from './password.ts';
import { administrator, administrators, type User, type UserData, userFrom } from './user.ts';

export const usersStream = '$users';

/** What a change of the users came to. `conflict`: the name is taken, or somebody else was quicker. */
export type UserResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'notFound' | 'conflict' | 'accessDenied'; readonly loginName: string }
  | StoreUnavailable;

/** Says in the store that there is an administrator: what EventStoreDB writes at its birth, and Go's clients wait for. */
export async function announceAdministrator(store: EventStore): Promise<void> {
  // A store that takes nothing says so itself; whoever can still read is welcome.
  await store.append(usersStream, [nameEvent(administrator.loginName)], 'noStream');
}

/**
 * The users of a store, kept where EventStoreDB keeps them: a stream `$user-NAME` each, whose last
 * event counts, and their names in `$users`. Read once; from then on they change through here only.
 */
export class Users {
  readonly #store: EventStore;
  #known: Map<string, User> | undefined;
  #changes = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** Grows whenever something about the users changes. */
  get changes(): number {
    return this.#changes;
  }

  /** Sorted by name. Throws a `StoreError` when the store cannot be read. */
  async list(): Promise<readonly User[]> {
    const users = await this.#all();
    return [...users.values()].sort((a, b) => (a.loginName < b.loginName ? -1 : 1));
  }

  async find(loginName: string): Promise<User | undefined> {
    return (await this.#all()).get(loginName);
  }

  /** The user whose password this is, unless disabled. */
  async enter(loginName: string, password: string): Promise<User | undefined> {
    const user = await this.find(loginName);
    return user !== undefined && !user.disabled && isPassword(password, user) ? user : undefined;
  }

  async create(
    loginName: string,
    password: string,
    details: Pick<UserData, 'fullName' | 'groups'>,
  ): Promise<UserResult> {
    const known = await this.find(loginName);
    if (known !== undefined) {
      return isPassword(password, known) ? { kind: 'done' } : { kind: 'conflict', loginName };
    }
    const data: UserData = { loginName, ...details, disabled: false, ...keepPassword(password) };
    const written = await this.#write('$UserCreated', data, 'noStream');
    if (written.kind !== 'done') return written;
    await this.#store.writeMetadata(streamOf(loginName), { custom: onlyAdministrators }, 'any');
    await this.#store.append(usersStream, [nameEvent(loginName)], 'any');
    return written;
  }

  /** Writes what is different from now on; `undefined` for whoever may not be changed like this. */
  async update(loginName: string, change: (user: User) => Partial<UserData> | undefined): Promise<UserResult> {
    const user = await this.find(loginName);
    if (user === undefined) return { kind: 'notFound', loginName };
    const changed = change(user);
    if (changed === undefined) return { kind: 'accessDenied', loginName };
    const { updated: _, ...data } = user;
    return this.#write('$UserUpdated', { ...data, ...changed }, 'any');
  }

  async delete(loginName: string): Promise<UserResult> {
    if ((await this.find(loginName)) === undefined) return { kind: 'notFound', loginName };
    const deleted = await this.#store.deleteStream(streamOf(loginName), 'any');
    this.#forget();
    if (deleted.kind === 'deleted') return { kind: 'done' };
    return deleted.kind === 'unavailable' ? deleted : { kind: 'conflict', loginName };
  }

  async #write(type: string, data: UserData, expected: ExpectedRevision): Promise<UserResult> {
    const { loginName } = data;
    const result = await this.#store.append(streamOf(loginName), [jsonEvent({ type, data })], expected);
    this.#forget();
    if (result.kind === 'appended') return { kind: 'done' };
    return result.kind === 'unavailable' ? result : { kind: 'conflict', loginName };
  }

  #forget(): void {
    this.#known = undefined;
    this.#changes += 1;
  }

  async #all(): Promise<Map<string, User>> {
    this.#known ??= await this.#load();
    return this.#known;
  }

  async #load(): Promise<Map<string, User>> {
    const names = (await this.#read(usersStream)).map(({ data }) => Buffer.from(data).toString('utf8'));
    const users = new Map<string, User>();
    for (const name of new Set([administrator.loginName, ...names])) {
      const last = (await this.#read(streamOf(name))).at(-1);
      if (last !== undefined) users.set(name, userFrom(last));
      else if (name === administrator.loginName) users.set(name, this.#makeAdministrator());
    }
    return users;
  }

  /** Not written down until something about it changes: everybody knows its password. */
  #makeAdministrator(): User {
    const { loginName, fullName, password } = administrator;
    return { loginName, fullName, groups: [administrators], disabled: false, updated: 0, ...keepPassword(password) };
  }

  async #read(stream: string): Promise<readonly RecordedEvent[]> {
    const result = await this.#store.readStream(stream);
    if (result.kind === 'unavailable') throw new StoreError(result);
    if (result.kind !== 'events') return [];
    const events: RecordedEvent[] = [];
    try {
      for await (const { event } of result.events) if (event !== undefined) events.push(event);
    } catch (thrown) {
      throw new StoreError({ kind: 'unavailable', reason: messageOf(thrown) });
    }
    return events;
  }
}

function streamOf(loginName: string): string {
  return `$user-${loginName}`;
}

const onlyAdministrators = { $acl: { $w: administrators, $d: administrators, $mw: administrators } };

function nameEvent(loginName: string): NewEvent {
  return systemEvent('$User', Buffer.from(loginName, 'utf8'), 'binary');
}
